// A Nest application on Fastify that says hello: what the product's start and memory are compared with. Its own process.
import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';

@Controller()
class Hello {
  @Get()
  hello(): string {
    return 'hello';
  }
}

@Module({ controllers: [Hello] })
class App {}

const app = await NestFactory.create<NestFastifyApplication>(App, new FastifyAdapter(), { logger: false });
await app.listen(Number(process.env.PORT), '127.0.0.1');

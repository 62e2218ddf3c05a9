// The page with every part of the look, for developers.
import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { bouwstenenPage } from '../../web/screens/parts.js';
import { ForLoggedIn } from '../http/access.js';
import { sendPage } from './answer.js';
import { Frames } from './frame.js';

@Controller('bouwstenen')
@ForLoggedIn()
export class PartsScreen {
  constructor(private readonly frames: Frames) {}

  @Get()
  page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    sendPage(request, reply, bouwstenenPage(this.frames.frame(request)));
  }
}

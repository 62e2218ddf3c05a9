// The description of the API, for everybody and from every page: it holds nothing but shapes.
import { Controller, Get, Header, Inject } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { OpenToAll } from './access.js';
import { openApiDocument } from './openapi.js';
import type { Schema } from './openapi-kit.js';
import { NoQuery } from './query.js';

@Controller('api/v1')
@OpenToAll()
export class OpenApiController {
  private made: Schema | undefined;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get('openapi.json')
  @Header('access-control-allow-origin', '*')
  @Header('cross-origin-resource-policy', 'cross-origin')
  document(@NoQuery() _query: unknown): Schema {
    this.made ??= openApiDocument(this.config.publicUrl);
    return this.made;
  }
}

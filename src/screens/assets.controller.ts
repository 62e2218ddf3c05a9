// The files a browser may fetch: the registered list and nothing else, cached for a year because their address holds their version.
import { createReadStream } from 'node:fs';
import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { assets } from '../../web/parts/assets.js';
import { OpenToAll } from '../http/access.js';
import { Problem } from '../http/problem.js';

@Controller('assets')
@OpenToAll()
export class AssetsController {
  @Get('*')
  file(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const asset = assets.get(request.url.split('?')[0] ?? '');
    if (!asset) throw new Problem('not-found');
    const isCurrent = (request.query as Record<string, unknown>).v === asset.version;
    void reply
      .header('cache-control', isCurrent ? 'public, max-age=31536000, immutable' : 'public, max-age=300')
      .type(asset.contentType)
      .send(createReadStream(asset.file));
  }
}

// Values behind the question mark: each route names a class for them, or says that it takes none. Unknown ones are refused.
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { ClassConstructor } from 'class-transformer';
import type { FastifyRequest } from 'fastify';
import { Problem } from './problem.js';
import { inputError } from './problem-texts.js';
import { readsIn } from './request.js';
import { validated } from './validate.js';

const given = (request: FastifyRequest): Record<string, unknown> => ({ ...(request.query as Record<string, unknown>) });

/** The query of a request as an instance of the class. Names that every object has would slip past the validator. */
export const ValidQuery = createParamDecorator(
  <T extends object>(type: ClassConstructor<T>, context: ExecutionContext): T => {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const query = given(request);
    refuseAll(
      Object.keys(query).filter((name) => name in Object.prototype),
      request,
    );
    const result = validated(type, query, '', readsIn(request));
    if ('errors' in result)
      throw new Problem('bad-query', {
        errors: result.errors.map((error) => ({ ...error, pointer: error.pointer.slice(1) })),
      });
    return result.value;
  },
);

/** For routes that take no query at all. */
export const NoQuery = createParamDecorator((_data: undefined, context: ExecutionContext): undefined => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  refuseAll(Object.keys(given(request)), request);
  return undefined;
});

function refuseAll(names: string[], request: FastifyRequest): void {
  if (names.length === 0) return;
  throw new Problem('bad-query', {
    errors: names.map((name) => inputError(name, 'unknown-field', {}, readsIn(request))),
  });
}

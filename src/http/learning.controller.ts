// The learning report over the API: all figures with the cases behind them, the same as a file for spreadsheets, and experience figures.
import { Controller, Get, Header, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyRequest } from 'fastify';
import { LEARNERS, ReadExperience, ReadLearningReport, type Learned } from '../queries/learning.query.js';
import { ForRoles } from './access.js';
import { found } from './found.js';
import { ExperienceQuery, LearningCsvQuery, LearningQuery } from './learning.dto.js';
import { experienceView, reportCsv, reportView } from './learning-views.js';
import { Problem } from './problem.js';
import { inputError } from './problem-texts.js';
import { ValidQuery } from './query.js';
import { callerOf, readsIn } from './request.js';

@Controller('api/v1')
@ForRoles(...LEARNERS)
export class LearningController {
  constructor(private readonly queries: QueryBus) {}

  @Get('learning-report')
  async report(@Req() request: FastifyRequest, @ValidQuery(LearningQuery) asked: LearningQuery): Promise<object> {
    const learned = await this.read(request, asked);
    return { ...asked, ...reportView(learned, readsIn(request)) };
  }

  @Get('learning-report/table')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="leerrapport.csv"')
  async csv(
    @Req() request: FastifyRequest,
    @ValidQuery(LearningCsvQuery) { table = 'figures', ...asked }: LearningCsvQuery,
  ): Promise<string> {
    return reportCsv(await this.read(request, asked), table, readsIn(request));
  }

  @Get('experience-figures')
  async experience(
    @Req() request: FastifyRequest,
    @ValidQuery(ExperienceQuery) { level, theme, groups, ...estimate }: ExperienceQuery,
  ): Promise<object> {
    const asked = new ReadExperience(callerOf(request), { level, theme, groups }, { ...estimate });
    return experienceView(await this.queries.execute(asked), readsIn(request));
  }

  /** @throws Problem not-found for a municipality of which the caller may not know; bad-query when the period ends before it begins. */
  private async read(request: FastifyRequest, asked: LearningQuery): Promise<Learned> {
    const { from, to } = asked;
    if (from !== undefined && to !== undefined && from > to)
      throw new Problem('bad-query', { errors: [inputError('to', 'ends-before-start', {}, readsIn(request))] });
    return found(await this.queries.execute(new ReadLearningReport(callerOf(request), { ...asked })));
  }
}

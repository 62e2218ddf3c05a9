// Values behind the question mark, per route: each with its limits, numbers written as digits.
import { Transform, type TransformFnParams } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { SORTS, type Sort } from '../../projections/status-overview/views.js';
import { LEVELS, LINE_MAX, PHASES, type Level, type Phase } from '../../workflows/kit/fields.js';

const PAGE_SIZE_MAX = 200;
const PAGE_MAX = 1_000_000;

/** Digits become a number; anything else stays as it came, so that the validator names it. */
const Digits = () =>
  Transform(({ value }: TransformFnParams): unknown =>
    typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : (value as unknown),
  );

export class PageQuery {
  @IsOptional()
  @Digits()
  @IsInt()
  @Min(1)
  @Max(PAGE_MAX)
  page?: number;

  @IsOptional()
  @Digits()
  @IsInt()
  @Min(1)
  @Max(PAGE_SIZE_MAX)
  pageSize?: number;
}

export class TrajectoriesQuery extends PageQuery {
  @IsOptional()
  @IsIn(PHASES)
  phase?: Phase;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  state?: string;

  @IsOptional()
  @IsString()
  @IsUUID()
  municipality?: string;

  @IsOptional()
  @IsIn(LEVELS)
  level?: Level;

  @IsOptional()
  @IsString()
  @MaxLength(LINE_MAX)
  q?: string;

  @IsOptional()
  @IsIn(SORTS)
  sort?: Sort;
}

export class SearchQuery extends PageQuery {
  @IsOptional()
  @IsString()
  @MaxLength(LINE_MAX)
  q?: string;
}

export class LogbookQuery extends SearchQuery {
  @IsOptional()
  @IsIn(['internal', 'public'])
  edition?: 'internal' | 'public';
}

export class EventsQuery {
  @IsOptional()
  @Digits()
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  from?: number;
}

export class OverviewQuery {
  @IsOptional()
  @IsString()
  @IsUUID()
  municipality?: string;
}

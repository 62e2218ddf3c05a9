// Values behind the question mark, per route: each with its limits, numbers written as digits.
import { Transform, type TransformFnParams } from 'class-transformer';
import { applyDecorators } from '@nestjs/common';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min, ValidateBy } from 'class-validator';
import { SORTS, type Sort } from '../../projections/status-overview/views.js';
import { isLocalDate } from '../../workflows/kit/time.js';
import { CODES } from '../../workflows/signals/codes.js';
import { LEVELS, LINE_MAX, PHASES, type Level, type Phase } from '../../workflows/kit/fields.js';

/** Codes of signals, or any of them. */
const SIGNAL_CHOICES = ['any', ...CODES];

const PAGE_SIZE_MAX = 200;
const PAGE_MAX = 1_000_000;

/** Digits become a number; anything else stays as it came, so that the validator names it. */
const Digits = () =>
  Transform(({ value }: TransformFnParams): unknown =>
    typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : (value as unknown),
  );

/** A day of the calendar. */
const Day = () =>
  applyDecorators(
    IsOptional(),
    IsString(),
    MaxLength(10),
    ValidateBy({
      name: 'isDay',
      validator: { validate: (value: unknown) => typeof value === 'string' && isLocalDate(value) },
    }),
  );

/** By what was known on that day, or with what became known since. */
const KNOWN = ['then', 'now'] as const;
type Known = (typeof KNOWN)[number];

/** What was known then needs a day to have been then. */
const KnownOnADay = () =>
  applyDecorators(
    IsOptional(),
    IsIn(KNOWN),
    ValidateBy({
      name: 'needsDay',
      validator: {
        validate: (value: unknown, on) => value !== 'then' || (on?.object as { asOf?: unknown }).asOf !== undefined,
      },
    }),
  );

/** For questions about a past day and nothing else. */
export class PastQuery {
  @Day()
  asOf?: string;

  @KnownOnADay()
  known?: Known;
}

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
  @IsUUID()
  coordinator?: string;

  @IsOptional()
  @IsIn(SIGNAL_CHOICES)
  signal?: string;

  @IsOptional()
  @IsString()
  @MaxLength(LINE_MAX)
  q?: string;

  @IsOptional()
  @IsIn(SORTS)
  sort?: Sort;

  @Day()
  asOf?: string;

  @KnownOnADay()
  known?: Known;
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

/** Signals as they stand, or stood at the end of a day. */
export class SignalsQuery extends PageQuery {
  @Day()
  asOf?: string;

  @KnownOnADay()
  known?: Known;

  @IsOptional()
  @IsIn(CODES)
  code?: string;

  @IsOptional()
  @IsIn(['target', 'final'])
  severity?: 'target' | 'final';

  @IsOptional()
  @IsString()
  @IsUUID()
  trajectory?: string;

  @IsOptional()
  @IsString()
  @IsUUID()
  municipality?: string;

  /** `only`: those that wait; `too`: those as well. */
  @IsOptional()
  @IsIn(['only', 'too'])
  snoozed?: 'only' | 'too';
}

export class OverviewQuery extends PastQuery {
  @IsOptional()
  @IsString()
  @IsUUID()
  municipality?: string;
}

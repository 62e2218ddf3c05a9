// Values behind the question mark of the learning report and of the experience figures.
import { Transform, type TransformFnParams } from 'class-transformer';
import { IsDefined, IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min, ValidateBy } from 'class-validator';
import { LEVELS, LINE_MAX, type Level } from '../../workflows/kit/fields.js';
import { isLocalDate } from '../../workflows/kit/time.js';

const GROUPS_MAX = 500;
const CENTS_MAX = 1_000_000_000_000;

/** A day that exists, as `2026-04-07`. */
const IsDay = () =>
  ValidateBy({
    name: 'isDay',
    validator: { validate: (value: unknown) => typeof value === 'string' && isLocalDate(value) },
  });

/** Digits become a number; anything else stays as it came, so that the validator names it. */
const Digits = () =>
  Transform(({ value }: TransformFnParams): unknown =>
    typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : (value as unknown),
  );

export class LearningQuery {
  @IsOptional()
  @IsDay()
  from?: string;

  @IsOptional()
  @IsDay()
  to?: string;

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
  theme?: string;
}

export class LearningCsvQuery extends LearningQuery {
  @IsOptional()
  @IsIn(['figures', 'cases'])
  table?: 'figures' | 'cases';
}

export class ExperienceQuery {
  @IsDefined()
  @IsIn(LEVELS)
  level!: Level;

  @IsDefined()
  @IsString()
  @MaxLength(LINE_MAX)
  theme!: string;

  /** Number of required groups. */
  @IsDefined()
  @Digits()
  @IsInt()
  @Min(0)
  @Max(GROUPS_MAX)
  groups!: number;

  /** The estimate to compare with. */
  @IsOptional()
  @Digits()
  @IsInt()
  @Min(0)
  @Max(CENTS_MAX)
  hours?: number;

  @IsOptional()
  @Digits()
  @IsInt()
  @Min(0)
  @Max(CENTS_MAX)
  cents?: number;
}

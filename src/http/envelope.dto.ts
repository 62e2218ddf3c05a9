// The envelope of commands as it comes in: who decided, when, and which needs are passed. The payload itself is checked by the command's schema.
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ROLES, type Role } from '../../workflows/kit/types.js';
import { isStorable, LINE_MAX, TXT_MAX } from '../../workflows/kit/fields.js';

/** Commands in one request. */
export const BATCH_MAX = 200;
/** A local date, or a date and time; whether it exists is checked when deciding. */
const TIME_MAX = 40;

/** Absent is fine; `null` is a value of the wrong kind, so that nobody sends it meaning something else. */
const MayBeLeftOut = () => ValidateIf((_dto: object, value: unknown) => value !== undefined);

/** The same texts as in a payload: without NUL and lone surrogates, which cannot be stored and shown faithfully. */
const CanBeKept = () =>
  ValidateBy({
    name: 'canBeKept',
    validator: { validate: (value: unknown) => typeof value !== 'string' || isStorable(value) },
  });

export class DecidedByDto {
  @IsDefined()
  @IsIn(ROLES)
  role!: Role;

  @IsDefined()
  @IsString()
  @MinLength(1)
  @CanBeKept()
  @MaxLength(LINE_MAX)
  function!: string;

  @MayBeLeftOut()
  @IsString()
  @IsUUID()
  ref?: string;
}

export class EvidenceDto {
  @MayBeLeftOut()
  @IsString()
  @IsUUID()
  documentId?: string;

  @MayBeLeftOut()
  @IsString()
  @CanBeKept()
  @MaxLength(TXT_MAX)
  text?: string;
}

export class OverrideDto {
  @IsDefined()
  @IsString()
  @Matches(/^[A-Z][A-Z0-9_]{1,59}$/)
  code!: string;

  @IsDefined()
  @IsString()
  @CanBeKept()
  @MaxLength(TXT_MAX)
  reason!: string;
}

export class CommandDto {
  @IsDefined()
  @IsString()
  @Matches(/^[A-Za-z]{1,60}$/)
  type!: string;

  @IsDefined()
  @IsObject()
  payload!: Record<string, unknown>;

  @MayBeLeftOut()
  @IsString()
  @MaxLength(TIME_MAX)
  occurredAt?: string;

  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => DecidedByDto)
  decidedBy?: DecidedByDto;

  @MayBeLeftOut()
  @IsString()
  @MaxLength(TIME_MAX)
  decidedOn?: string;

  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => EvidenceDto)
  evidence?: EvidenceDto;

  @MayBeLeftOut()
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  ifMatch?: number;

  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => OverrideDto)
  overrides?: OverrideDto[];
}

export class BatchDto {
  @IsDefined()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(BATCH_MAX)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => CommandDto)
  commands!: CommandDto[];
}

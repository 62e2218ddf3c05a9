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
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { ROLES, type Role } from '../../workflows/kit/types.js';
import { LINE_MAX, TXT_MAX } from '../../workflows/kit/fields.js';

/** Commands in one request. */
export const BATCH_MAX = 200;
/** A local date, or a date and time; whether it exists is checked when deciding. */
const TIME_MAX = 40;

export class DecidedByDto {
  @IsDefined()
  @IsIn(ROLES)
  role!: Role;

  @IsDefined()
  @IsString()
  @MinLength(1)
  @MaxLength(LINE_MAX)
  function!: string;

  @IsOptional()
  @IsString()
  @IsUUID()
  ref?: string;
}

export class EvidenceDto {
  @IsOptional()
  @IsString()
  @IsUUID()
  documentId?: string;

  @IsOptional()
  @IsString()
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

  @IsOptional()
  @IsString()
  @MaxLength(TIME_MAX)
  occurredAt?: string;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => DecidedByDto)
  decidedBy?: DecidedByDto;

  @IsOptional()
  @IsString()
  @MaxLength(TIME_MAX)
  decidedOn?: string;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => EvidenceDto)
  evidence?: EvidenceDto;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  ifMatch?: number;

  @IsOptional()
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

// The organisation's own commands, for administrators: municipalities, settings and the calendar, with what is in force beside them.
import { randomUUID } from 'node:crypto';
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { date, number } from '../../projections/kit/format.js';
import { applyRowAction, type FieldErrors, type FieldSpec } from '../../web/parts/field-types.js';
import { organisationPage, type OrganisationForm, type OrganisationPageView } from '../../web/screens/organisation.js';
import { screenTexts } from '../../web/screens/text/index.js';
import type { Command, LocalDate, Settings } from '../../workflows/kit/types.js';
import { ForRoles } from '../http/access.js';
import { Problem } from '../http/problem.js';
import { inputError } from '../http/problem-texts.js';
import { callerOf } from '../http/request.js';
import { SendCommands } from '../http/send-commands.js';
import type { CommandResult } from '../trajectories/execute.js';
import { NUMBER_SETTINGS, numbersShown, SETTING_KEYS } from '../../workflows/organisation/settings.js';
import { goTo, postedValues, queryValue, sendPage } from './answer.js';
import { batchOf, fieldAt, type Batch } from './forms/batch.js';
import { withoutGaps } from './forms/decode.js';
import { encodeFields } from './forms/encode.js';
import { formTexts } from './forms/form-texts.js';
import { formOfCommand, sectionsOf, type Section } from './forms/sections.js';
import { readNumber } from './forms/typed.js';
import { Frames } from './frame.js';
import { languageOfPage } from './language.js';
import { Reader, type Standing } from './reader.js';
import { ScreenWords } from './words.js';

const COMMANDS: readonly string[] = ['RegisterMunicipality', 'ChangeSetting', 'SetCalendar'];
type Typed = Pick<OrganisationForm, 'values' | 'errors' | 'problem'> & { command: string };

@Controller('organisatie')
@ForRoles('admin')
export class OrganisationScreen {
  constructor(
    private readonly frames: Frames,
    private readonly reader: Reader,
    private readonly sender: SendCommands,
  ) {}

  @Get()
  page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.show(request, reply);
  }

  @Post(':command')
  async send(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('command') command: string,
  ): Promise<void> {
    if (!COMMANDS.includes(command)) throw new Problem('not-found');
    const caller = callerOf(request);
    const posted = postedValues(request.body);
    const rows = applyRowAction(posted);
    if (rows) return this.show(request, reply, { command, values: rows, errors: {} });
    const values = withoutGaps(posted);
    const { stream, batch } = await this.reader.organisation(caller, (standing) => ({
      stream: standing.stream,
      batch: batchOf(sectionsOf(standing.workflow, formOfCommand(command)), values, standing),
    }));
    const { lang } = new ScreenWords(languageOfPage(request));
    const faults = Object.fromEntries(
      Object.entries(batch.faults).map(([name, fault]) => [name, formTexts(lang).faults[fault]]),
    );
    if (Object.keys(faults).length > 0) return this.show(request, reply, { command, values, errors: faults }, 400);
    const key = typeof posted._key === 'string' && posted._key.length >= 8 ? posted._key : randomUUID();
    const result = await this.sender.send({
      stream,
      commands: batch.sent.map(({ command: one }) => asTyped(one)),
      key,
      caller,
    });
    if (result.kind === 'accepted') return goTo(reply, '/organisatie?klaar=1');
    return this.show(
      request,
      reply,
      { command, values, ...answer(result, batch, lang) },
      result.kind === 'rejected' ? 400 : 409,
    );
  }

  private async show(request: FastifyRequest, reply: FastifyReply, typed?: Typed, status = 200): Promise<void> {
    const words = new ScreenWords(languageOfPage(request));
    const csrf = request.webSession?.csrf ?? '';
    const view = await this.reader.organisation(callerOf(request), (standing) =>
      pageView(standing, words, csrf, typed, this.reader.today()),
    );
    const saved = queryValue(request, 'klaar') === '1' && status === 200 && !typed;
    const banners = saved ? [{ kind: 'done', text: screenTexts(words.lang).organisation.saved } as const] : [];
    sendPage(
      request,
      reply,
      organisationPage(this.frames.frame(request, { current: '/organisatie', banners }), view),
      status,
    );
  }
}

/**
 * A number for a setting that is one, and nothing where it is taken back; what cannot be read goes as text, and the engine says what it
 * expects.
 */
function asTyped(command: Command): Command {
  const payload = command.payload as Record<string, unknown>;
  if (command.type !== 'ChangeSetting' || NUMBER_SETTINGS[String(payload.key)] === undefined) return command;
  const typed = typeof payload.after === 'string' ? payload.after : '';
  const value = typed.trim() === '' ? null : readNumber(typed);
  return value === undefined ? command : { ...command, payload: { ...payload, after: value } };
}

function answer(
  result: Exclude<CommandResult, { kind: 'accepted' }>,
  { sent }: Batch,
  lang: 'nl' | 'en',
): { errors: FieldErrors; problem?: string } {
  const words = screenTexts(lang).form;
  if (result.kind !== 'rejected')
    return { errors: {}, problem: result.kind === 'key-reused' ? words.keyUsed : words.changed };
  const [first] = sent;
  return {
    errors: Object.fromEntries(
      result.rejections.map(({ code, pointer, detail }) => [
        first ? fieldAt(first, pointer) : pointer,
        inputError('', code, detail, lang).text,
      ]),
    ),
  };
}

function pageView(
  standing: Standing,
  words: ScreenWords,
  csrf: string,
  typed: Typed | undefined,
  today: LocalDate,
): OrganisationPageView {
  const { settings } = standing;
  const { lang } = words;
  const values = [
    ['name', keyName('name', lang), settings.organisationName] as const,
    ['signalsFrom', keyName('signalsFrom', lang), date(settings.signalsFrom, lang)] as const,
    ...numbersShown(settings, today).map(({ key, municipalityId, value, ahead }) => {
      const texts = screenTexts(lang).organisation;
      const name = keyName(key, lang);
      const town = municipalityId === undefined ? '' : ` (${settings.municipalities.get(municipalityId) ?? ''})`;
      const said = (one: number | null): string => (one === null ? texts.asOrganisation : number(one, lang));
      const later = ahead.map((one) => texts.countsFrom(said(one.value), date(one.from, lang)));
      return [`${key}@${municipalityId ?? ''}`, `${name}${town}`, [said(value), ...later].join('; ')] as const;
    }),
  ];
  return {
    name: settings.organisationName,
    csrf,
    towns: [...settings.municipalities].map(([id, name]) => ({ id, name })),
    settings: values.map(([key, label, value]) => ({ key, label, value })),
    calendar: settings.calendar.map((one, index) => ({
      key: String(index),
      name: one.name,
      from: date(one.from, lang),
      to: date(one.to, lang),
    })),
    forms: sectionsOf(standing.workflow, { commands: COMMANDS.map((command) => ({ command })) }).map((section) =>
      formOf(section, settings, words, typed?.command === section.command.name ? typed : undefined),
    ),
  };
}

function formOf(given: Section, settings: Settings, words: ScreenWords, typed: Typed | undefined): OrganisationForm {
  // Each form is sent alone, so its fields are named as those of the only part.
  const section = { ...given, prefix: 'c0' };
  const texts = screenTexts(words.lang).organisation;
  const titles: Record<string, string> = {
    RegisterMunicipality: texts.town,
    ChangeSetting: texts.change,
    SetCalendar: texts.setCalendar,
  };
  const before =
    section.command.name === 'SetCalendar'
      ? encodeFields(section.shapes, { periods: settings.calendar }, section.prefix)
      : {};
  return {
    command: section.command.name,
    title: titles[section.command.name] ?? words.command(section.command.name),
    fields: fieldsFor(section.command.name, settings, words.lang),
    values: typed?.values ?? before,
    errors: typed?.errors ?? {},
    ...(typed?.problem === undefined ? {} : { problem: typed.problem }),
    key: randomUUID(),
    refilled: typed !== undefined,
  };
}

/** What a setting is called. */
const keyName = (key: string, lang: 'nl' | 'en'): string => new ScreenWords(lang).anyChoice('key', key);

function fieldsFor(command: string, settings: Settings, lang: 'nl' | 'en'): FieldSpec[] {
  const texts = screenTexts(lang).organisation;
  const required = true;
  if (command === 'RegisterMunicipality')
    return [{ kind: 'text', name: 'c0.name', label: texts.name, maxLength: 200, required }];
  if (command === 'SetCalendar') {
    const fields: FieldSpec[] = [
      { kind: 'text', name: 'name', label: texts.name, maxLength: 200, required },
      {
        kind: 'pair',
        name: 'days',
        fields: [
          { kind: 'date', name: 'from', label: texts.from, required },
          { kind: 'date', name: 'to', label: texts.to, required },
        ],
      },
    ];
    return [{ kind: 'rows', name: 'c0.periods', label: texts.calendar, item: texts.period, fields, required }];
  }
  const keys = SETTING_KEYS;
  return [
    {
      kind: 'select',
      name: 'c0.key',
      label: texts.setting,
      options: keys.map((value) => ({ value, label: keyName(value, lang) })),
      required,
    },
    {
      kind: 'select',
      name: 'c0.municipalityId',
      label: texts.forTown,
      options: [...settings.municipalities].map(([value, label]) => ({ value, label })),
    },
    { kind: 'text', name: 'c0.after', label: texts.newValue, hint: texts.newValueHint, maxLength: 200 },
    { kind: 'date', name: 'c0.from', label: texts.validFrom, hint: texts.validFromHint },
  ];
}

// The forms of a trajectory: the twelve of the workflow, and one for every command alone. A post is one batch, all or nothing.
import { randomUUID } from 'node:crypto';
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { idOf } from '../../../workflows/kit/ids.js';
import type { Form } from '../../../workflows/kit/forms.js';
import type { FormValues } from '../../../web/parts/field-types.js';
import { formPage } from '../../../web/screens/form.js';
import { screenTexts } from '../../../web/screens/text/index.js';
import { ForLoggedIn } from '../../http/access.js';
import { Problem } from '../../http/problem.js';
import { callerOf } from '../../http/request.js';
import { SendCommands } from '../../http/send-commands.js';
import { Identity } from '../../identity/identity.js';
import type { Caller } from '../../trajectories/caller.js';
import { goTo, postedValues, queryValue, sendPage } from '../answer.js';
import { Frames } from '../frame.js';
import { languageOfPage } from '../language.js';
import { Reader, trajectoryStream, type Standing } from '../reader.js';
import { ScreenWords } from '../words.js';
import { formModel, peopleOf, valuesBefore, type FormModel, type FormSource } from './form-model.js';
import { formView, type FormPlace, type FormState } from './form-page.js';
import { openingValues } from './opening.js';
import { formOfCommand } from './sections.js';
import { sendForm, type Outcome } from './sending.js';

/** Which form: of the workflow by its key, or of one command. */
type Which = { key: string } | { command: string };
/** The form that opens a trajectory. */
const REGISTER = { key: 'register' };

@Controller('trajecten')
@ForLoggedIn()
export class FormsController {
  constructor(
    private readonly frames: Frames,
    private readonly reader: Reader,
    private readonly identity: Identity,
    private readonly sender: SendCommands,
  ) {}

  @Get('nieuw')
  async opening(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.reader.opening(callerOf(request), (standing) => this.show(request, reply, standing, REGISTER));
  }

  @Post('nieuw')
  async open(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const caller = callerOf(request);
    const standing = await this.reader.opening(caller, (opened) => opened);
    const stream = (key: string): string =>
      trajectoryStream(idOf('trajectory', caller.organisationId, caller.ref, key));
    await this.send(request, reply, standing, REGISTER, stream);
  }

  @Get(':id/formulieren/:key')
  form(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Param('key') key: string,
  ): Promise<void> {
    return this.reader.trajectory(callerOf(request), id, (standing) => this.show(request, reply, standing, { key }));
  }

  @Post(':id/formulieren/:key')
  sendOne(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Param('key') key: string,
  ): Promise<void> {
    return this.sendTo(request, reply, id, { key });
  }

  @Get(':id/handelingen/:command')
  command(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Param('command') command: string,
  ): Promise<void> {
    return this.reader.trajectory(callerOf(request), id, (standing) =>
      this.show(request, reply, standing, { command }),
    );
  }

  @Post(':id/handelingen/:command')
  sendCommand(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Param('command') command: string,
  ): Promise<void> {
    return this.sendTo(request, reply, id, { command });
  }

  private show(request: FastifyRequest, reply: FastifyReply, standing: Standing, which: Which): void {
    const source = this.source(request, standing, which);
    const model = formModel(source);
    const opening =
      standing.trajectory.revision < 0 ? openingValues(callerOf(request), this.identity.accounts.all()) : {};
    const named = {
      'c0.code': queryValue(request, 'signaal').slice(0, 40),
      'c0.subjectId': queryValue(request, 'over').slice(0, 40),
    };
    const signal = 'command' in which && which.command === 'AcknowledgeSignal' && named['c0.code'] ? named : {};
    const values: FormValues = { ...valuesBefore(source, model, queryValue(request, 'doe')), ...opening, ...signal };
    this.page(request, reply, source, model, which, { values, key: randomUUID() });
  }

  private async sendTo(request: FastifyRequest, reply: FastifyReply, id: string, which: Which): Promise<void> {
    // Deciding looks at the stream again in its own turn; what is read here only says how to read the form.
    const standing = await this.reader.trajectory(callerOf(request), id, (one) => one);
    await this.send(request, reply, standing, which, () => standing.stream);
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    standing: Standing,
    which: Which,
    stream: (key: string) => string,
  ): Promise<void> {
    const source = this.source(request, standing, which);
    const model = formModel(source);
    const values = postedValues(request.body);
    const opens = standing.trajectory.revision < 0 ? standing.workflow : undefined;
    const outcome = await sendForm(this.sender, {
      request,
      values,
      sections: model.sections,
      standing,
      stream,
      opens,
      lang: source.words.lang,
    });
    if (outcome.kind === 'stored') return goTo(reply, storedPath(outcome));
    this.page(request, reply, source, model, which, outcome.state, outcome.status);
  }

  private source(request: FastifyRequest, standing: Standing, which: Which): FormSource {
    const [event, field] = [queryValue(request, 'event'), queryValue(request, 'veld')];
    return {
      standing,
      form: formFor(standing, which),
      words: new ScreenWords(languageOfPage(request)),
      people: this.people(callerOf(request), standing),
      ...(event === '' ? {} : { correct: { event, ...(field === '' ? {} : { field }) } }),
    };
  }

  private people(caller: Caller, { trajectory }: Standing): FormSource['people'] {
    const known = caller.grants.flatMap(({ municipalityId }) => municipalityId ?? []);
    const { facts } = trajectory;
    return peopleOf(
      this.identity.accounts.all(),
      facts.municipalityIds.length > 0 || caller.grants.some(({ municipalityId }) => municipalityId === undefined)
        ? facts
        : { ...facts, municipalityIds: known },
    );
  }

  private page(
    request: FastifyRequest,
    reply: FastifyReply,
    source: FormSource,
    model: FormModel,
    which: Which,
    state: FormState,
    status = 200,
  ): void {
    const { standing, words } = source;
    const place = placeOf(request, standing, which, words);
    const html = formPage(
      this.frames.frame(request, { current: '/trajecten' }),
      formView(standing, model, place, state, words),
    );
    sendPage(request, reply, html, status);
  }
}

/** @throws Problem not-found for a form or command that this workflow does not have. */
function formFor({ workflow, trajectory }: Standing, which: Which): Pick<Form, 'commands'> {
  const form =
    'key' in which
      ? workflow.forms.find(({ key }) => key === which.key)
      : workflow.commands.has(which.command)
        ? formOfCommand(which.command)
        : undefined;
  const opens = form?.commands.some(({ command }) => workflow.commands.get(command)?.opensStream === true) ?? false;
  if (!form || opens !== trajectory.revision < 0) throw new Problem('not-found');
  return form;
}

function placeOf(request: FastifyRequest, { id, trajectory }: Standing, which: Which, words: ScreenWords): FormPlace {
  const texts = screenTexts(words.lang);
  const title = 'key' in which ? words.form(which.key) : words.command(which.command);
  const isNew = trajectory.revision < 0;
  const back = isNew ? '/trajecten' : `/trajecten/${id}`;
  return {
    title,
    above: [{ text: isNew ? texts.nav.trajectories : trajectory.facts.title, href: back }],
    action: request.url,
    back,
    csrf: request.webSession?.csrf ?? '',
  };
}

/** The page of the trajectory, with the number of the last event that was stored. */
function storedPath({ result }: Outcome & { kind: 'stored' }): string {
  const stream = result.events[0]?.meta.stream ?? '';
  return `/trajecten/${stream.replace('trajectory-', '')}?klaar=${result.revision + 1}`;
}

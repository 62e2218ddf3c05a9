// The command class that travels over Nest's CommandBus, and its handler: who asks and under which key travel inside it.
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Runtime } from '../runtime.js';
import type { CommandRequest, CommandResult } from './execute.js';

export class ExecuteCommands {
  constructor(readonly request: CommandRequest) {}
}

@CommandHandler(ExecuteCommands)
export class ExecuteCommandsHandler implements ICommandHandler<ExecuteCommands, CommandResult> {
  constructor(private readonly runtime: Runtime) {}

  async execute({ request }: ExecuteCommands): Promise<CommandResult> {
    const { executor, settings, storage } = this.runtime;
    const result = await executor.execute(request).catch((error: unknown) => {
      storage.note(error);
      throw error;
    });
    // It is stored: that is the answer, also when the settings cannot be read anew at once. Whoever needs them next reads them again.
    if (result.kind === 'accepted' && request.stream.startsWith('organisation-'))
      await settings.renew(request.caller.organisationId).catch((error: unknown) => storage.note(error));
    return result;
  }
}

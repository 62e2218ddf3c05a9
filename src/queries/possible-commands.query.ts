// What can be done now in a stream: every command at every address, with what it still needs, for this caller.
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { idOf } from '../../workflows/kit/ids.js';
import { possible, type Possible } from '../../workflows/kit/possible.js';
import { Runtime } from '../runtime.js';
import { rolesIn, type Caller } from '../trajectories/caller.js';
import { municipalitiesOf, withFolded } from './folded.js';

/** Answers undefined when the stream does not exist or the caller may not know of it. */
export class PossibleCommands extends Query<Possible<unknown>[] | undefined> {
  constructor(
    readonly caller: Caller,
    readonly stream: string,
  ) {
    super();
  }
}

@QueryHandler(PossibleCommands)
export class PossibleCommandsHandler implements IQueryHandler<PossibleCommands> {
  constructor(private readonly runtime: Runtime) {}

  async execute({ caller, stream }: PossibleCommands): Promise<Possible<unknown>[] | undefined> {
    const { around, settings } = this.runtime;
    const inForce = await settings.of(caller.organisationId);
    return withFolded(this.runtime, caller, stream, (loaded) => {
      const roles = rolesIn(caller, municipalitiesOf(loaded));
      const actor = { kind: caller.kind, ref: caller.ref, roles };
      // Nothing is made: the ids only fill places that no need looks at.
      const asking = idOf('asking');
      return possible(loaded.workflow, loaded.trajectory, {
        actor,
        now: around.now(),
        settings: inForce,
        commandId: asking,
        commandHash: '',
        correlationId: asking,
        approverOf: (ids) => around.approverOf(caller.organisationId, ids),
      });
    });
  }
}

// 20,000 contributions in one trajectory: folded in under 2 seconds, and growing linearly.
import { fold } from '../workflows/kit/evolve.js';
import { decide } from '../workflows/kit/decide.js';
import { emptyTrajectory } from '../workflows/kit/evolve.js';
import { idOf } from '../workflows/kit/ids.js';
import type { Facts } from '../workflows/facts/facts.js';
import type { Recorded, Role } from '../workflows/kit/types.js';
import { kern } from '../workflows/registry.js';
import { goal, interleave, median, report, timed } from './support.js';
import { ORGANISATION } from './workload.js';

const MUNICIPALITY = idOf('bench-municipality');

/** A registered trajectory with this many contributions, each with an outcome. */
function history(contributions: number): Recorded[] {
  const trajectory = emptyTrajectory<Facts>(kern, `trajectory-${idOf('bench', contributions)}`);
  const events: Recorded[] = [];
  const send = (role: Role, type: string, payload: unknown): Record<string, string> => {
    const commandId = idOf('bench', contributions, events.length);
    const settings = {
      organisationId: ORGANISATION,
      organisationName: '',
      numbers: new Map(),
      calendar: [],
      municipalities: new Map([[MUNICIPALITY, 'Oosterkoog']]),
    };
    const actor = { kind: 'person' as const, ref: idOf('bench', role), roles: [role] };
    const now = new Date(1_780_000_000_000 + events.length).toISOString();
    const decision = decide(
      kern,
      trajectory,
      { type, payload },
      { actor, now, settings, commandId, commandHash: '', correlationId: commandId },
    );
    if (decision.kind !== 'accepted') throw new Error(`${type}: ${JSON.stringify(decision)}`);
    events.push(...decision.events);
    return decision.ids;
  };
  send('processCoordinator', 'RegisterTrajectory', {
    title: 'Veel inbreng',
    theme: 'groen',
    workflow: 'kern',
    municipalityIds: [MUNICIPALITY],
    clientRef: MUNICIPALITY,
  });
  for (let done = 0; done < contributions; done += 400) {
    const items = Array.from({ length: Math.min(400, contributions - done) }, (_, index) => ({
      source: 'online',
      roundId: [...trajectory.facts.rounds.keys()][0],
      text: `idee ${done + index}`,
    }));
    send('processCoordinator', 'ImportContributions', { contributions: items });
  }
  const ids = [...trajectory.facts.contributions.keys()];
  for (let done = 0; done < ids.length; done += 2_000)
    send('projectLeader', 'AdoptContribution', {
      contributionIds: ids.slice(done, done + 2_000),
      how: 'samen opgenomen',
    });
  return events;
}

const sizes = [5_000, 10_000, 20_000] as const;
const histories = new Map(sizes.map((size) => [size, history(size)] as const));
const foldOf = (size: number) => () => {
  const events = histories.get(size as (typeof sizes)[number]) ?? [];
  return timed(size, () => fold(kern, events[0]?.meta.stream ?? '', events));
};
const results = await interleave({ '5000': foldOf(5_000), '10000': foldOf(10_000), '20000': foldOf(20_000) });
report('Contributions of one trajectory, folded', results, '5000', ' contributions/s');
goal('fold', 'seconds to fold 20,000 contributions of one trajectory', 20_000 / median(results['20000']), 2, true);
goal(
  'fold',
  'time per contribution at 20,000 to that at 5,000',
  median(results['5000']) / median(results['20000']),
  1.5,
  true,
);

// Commands of interpreting: grouping, giving meaning, agreeing on it, and going back when people do not recognise it or more is needed.
import type { Facts } from '../../facts/facts.js';
import { onlyRound } from '../../facts/only-round.js';
import { defineCommands, type Fill, type View } from '../../kit/commands.js';
import { events } from './interpreting.events.js';
import { findingsOf } from './interpreting.findings.js';

const phase = 'interpreting';
const leaders = ['projectLeader', 'processCoordinator'] as const;
const roundId: Fill<Facts> = ({ facts }) => onlyRound(facts);

/** A new cluster; the id of one that is there already puts this in its place. */
const newCluster = (view: View<Facts>, _data: unknown, _item: unknown, index: number): string =>
  view.makeId('clusterId', index);

export const commands = defineCommands<Facts>('interpreting', events, {
  ClusterContributions: {
    event: 'ContributionsClustered',
    by: [...leaders, 'teamMember'],
    phase,
    needs: ['ROUND_CLOSED'],
    defaults: { roundId },
    itemDefaults: { clusters: { clusterId: newCluster } },
  },
  InterpretResults: {
    event: 'ResultsInterpreted',
    by: ['projectLeader'],
    phase,
    needs: ['NOT_PAUSED', 'ALL_HAVE_OUTCOME'],
    defaults: { roundId, findings: (view, data) => findingsOf(view, String(data.roundId)), method: () => 'gesprek' },
  },
  ValidateInterpretation: {
    event: 'InterpretationValidated',
    by: leaders,
    phase,
    needs: ['NOT_PAUSED', 'CONTENT_AND_PROCESS', 'QUESTION_ANSWERED', 'WITH_PARTICIPANTS'],
    defaults: { roundId, by: ({ decider }) => [decider.role], withParticipants: () => false },
  },
  ContestInterpretation: {
    event: 'InterpretationContested',
    by: ['participant', 'singleContact', 'processCoordinator'],
    defaults: { roundId },
  },
  ReviseInterpretation: {
    event: 'InterpretationReopened',
    by: leaders,
    phase,
    needs: ['REASON_GIVEN'],
    defaults: { roundId },
  },
  RequestMoreInput: { event: 'MoreInputRequested', by: leaders, phase, needs: ['REASON_GIVEN'], defaults: { roundId } },
});

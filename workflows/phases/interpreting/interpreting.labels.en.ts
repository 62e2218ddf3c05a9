// English words of interpreting.
import { excerpt, type Labels } from '../../kit/labels.js';

interface Cluster {
  theme: string;
  contributionIds: string[];
}
interface Finding {
  text: string;
  contributionIds: string[];
  dissent?: string;
}

const list = <T>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : []);

export const en: Labels = {
  name: 'Interpreting',
  states: {
    collecting: { word: 'bezig', label: 'Collecting' },
    assessing: { word: 'bezig', label: 'Assessing against frames' },
    interpreted: { word: 'wacht op', label: 'Interpreted', who: 'content and process' },
    validated: { word: 'klaar', label: 'Interpretation agreed' },
    contested: { word: 'bezig', label: 'Not recognised' },
  },
  commands: {
    ClusterContributions: 'Cluster contributions',
    InterpretResults: 'Interpret the results',
    ValidateInterpretation: 'Validate the interpretation',
    ContestInterpretation: 'Contest the interpretation',
    ReviseInterpretation: 'Revise the interpretation',
    RequestMoreInput: 'Request more input',
  },
  fields: {
    roundId: 'Round',
    clusters: 'Clusters',
    clusterId: 'Cluster',
    theme: 'Theme',
    contributionIds: 'Contributions',
    answered: 'Is the question answered?',
    findings: 'Findings',
    text: 'Text',
    dissent: 'What did others see differently?',
    method: 'How was it interpreted?',
    by: 'Who agree?',
    withParticipants: 'Did participants look along?',
    groupId: 'Group',
    ground: 'What is not right?',
    reason: 'Reason',
    groupIds: 'Groups',
  },
  hints: {
    clusterId: 'Leave empty for a new cluster.',
    findings: 'Leave empty for one finding per outcome.',
  },
  choices: { answered: { yes: 'yes', partly: 'partly', no: 'no' } },
  events: {
    ContributionsClustered: (data, names) => {
      const clusters = list<Cluster>(data.clusters).map(
        ({ theme, contributionIds }) => `${excerpt(theme)} (${names.contributions(contributionIds)})`,
      );
      return `The contributions of round ${names.round(data.roundId)} were clustered: ${clusters.join('; ')}.`;
    },
    ResultsInterpreted: (data, names) => {
      const findings = list<Finding>(data.findings).map(({ text, contributionIds, dissent }) => {
        const about = contributionIds.length === 0 ? '' : ` (${names.contributions(contributionIds)})`;
        return `${excerpt(text)}${about}${dissent === undefined ? '' : `. Seen differently: ${excerpt(dissent)}`}`;
      });
      const head = `The results of round ${names.round(data.roundId)} were interpreted. Question answered: ${names.choice('answered', data.answered)}.`;
      return findings.length === 0 ? head : `${head} Findings: ${findings.join('; ')}.`;
    },
    InterpretationValidated: (data, names) => {
      const who = list(data.by).map((role) => names.role(role));
      const along = data.withParticipants === true ? 'Participants looked along.' : 'Participants did not look along.';
      return `The interpretation of round ${names.round(data.roundId)} is agreed${who.length === 0 ? '' : ` (${who.join(', ')})`}. ${along}`;
    },
    InterpretationContested: (data, names) => {
      const who = data.groupId === undefined ? 'A participant' : names.group(data.groupId);
      return `${who} does not recognise the interpretation of round ${names.round(data.roundId)}: ${excerpt(data.ground)}`;
    },
    InterpretationReopened: (data, names) =>
      `The interpretation of round ${names.round(data.roundId)} is being revised: ${excerpt(data.reason)}`,
    MoreInputRequested: (data, names) => {
      const groups = list(data.groupIds).map((id) => names.group(id));
      const from = groups.length === 0 ? '' : ` from ${groups.join(', ')}`;
      return `More input was requested for round ${names.round(data.roundId)}${from}: ${excerpt(data.reason)}`;
    },
  },
  needs: {
    ROUND_CLOSED: 'The round is still open for input.',
    ALL_HAVE_OUTCOME: 'These contributions have no outcome yet: {contributions}.',
    QUESTION_ANSWERED: 'The question is not answered; plan a new round.',
    WITH_PARTICIPANTS: 'At this level participants look along with the interpretation.',
    CONTENT_AND_PROCESS: 'Content and process must both agree.',
  },
};

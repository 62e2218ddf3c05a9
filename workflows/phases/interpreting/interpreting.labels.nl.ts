// Dutch words of interpreting.
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

export const nl: Labels = {
  name: 'Duiden',
  states: {
    collecting: { word: 'bezig', label: 'Verzamelen' },
    assessing: { word: 'bezig', label: 'Toetsen aan kaders' },
    interpreted: { word: 'wacht op', label: 'Duiding klaar', who: 'inhoud en proces' },
    validated: { word: 'klaar', label: 'Duiding akkoord' },
    contested: { word: 'bezig', label: 'Niet herkend' },
  },
  commands: {
    ClusterContributions: 'Inbreng groeperen',
    InterpretResults: 'Resultaten duiden',
    ValidateInterpretation: 'Duiding vaststellen',
    ContestInterpretation: 'Duiding niet herkennen',
    ReviseInterpretation: 'Duiding herzien',
    RequestMoreInput: 'Meer inbreng vragen',
  },
  fields: {
    roundId: 'Ronde',
    clusters: 'Groepen van inbreng',
    clusterId: 'Groep van inbreng',
    theme: 'Thema',
    contributionIds: 'Inbreng',
    answered: 'Is de vraag beantwoord?',
    findings: 'Bevindingen',
    text: 'Tekst',
    dissent: 'Wat zagen anderen anders?',
    method: 'Hoe is het geduid?',
    by: 'Wie zijn akkoord?',
    withParticipants: 'Keken deelnemers mee?',
    groupId: 'Groep',
    ground: 'Wat klopt er niet?',
    reason: 'Reden',
    groupIds: 'Groepen',
  },
  hints: {
    clusterId: 'Laat leeg voor een nieuwe groep.',
    findings: 'Laat leeg voor één bevinding per uitkomst.',
  },
  choices: { answered: { yes: 'ja', partly: 'deels', no: 'nee' } },
  events: {
    ContributionsClustered: (data, names) => {
      const clusters = list<Cluster>(data.clusters).map(
        ({ theme, contributionIds }) => `${excerpt(theme)} (${names.contributions(contributionIds)})`,
      );
      return `De inbreng van ronde ${names.round(data.roundId)} is gegroepeerd: ${clusters.join('; ')}.`;
    },
    ResultsInterpreted: (data, names) => {
      const findings = list<Finding>(data.findings).map(({ text, contributionIds, dissent }) => {
        const about = contributionIds.length === 0 ? '' : ` (${names.contributions(contributionIds)})`;
        return `${excerpt(text)}${about}${dissent === undefined ? '' : `. Anders gezien: ${excerpt(dissent)}`}`;
      });
      const head = `De resultaten van ronde ${names.round(data.roundId)} zijn geduid. Vraag beantwoord: ${names.choice('answered', data.answered)}.`;
      return findings.length === 0 ? head : `${head} Bevindingen: ${findings.join('; ')}.`;
    },
    InterpretationValidated: (data, names) => {
      const who = list(data.by).map((role) => names.role(role));
      const along = data.withParticipants === true ? 'Deelnemers keken mee.' : 'Deelnemers keken niet mee.';
      return `De duiding van ronde ${names.round(data.roundId)} is akkoord${who.length === 0 ? '' : ` (${who.join(', ')})`}. ${along}`;
    },
    InterpretationContested: (data, names) => {
      const who = data.groupId === undefined ? 'Een deelnemer' : names.group(data.groupId);
      return `${who} herkent de duiding van ronde ${names.round(data.roundId)} niet: ${excerpt(data.ground)}`;
    },
    InterpretationReopened: (data, names) =>
      `De duiding van ronde ${names.round(data.roundId)} wordt herzien: ${excerpt(data.reason)}`,
    MoreInputRequested: (data, names) => {
      const groups = list(data.groupIds).map((id) => names.group(id));
      const from = groups.length === 0 ? '' : ` van ${groups.join(', ')}`;
      return `Voor ronde ${names.round(data.roundId)} is meer inbreng gevraagd${from}: ${excerpt(data.reason)}`;
    },
  },
  needs: {
    ROUND_CLOSED: 'De ronde staat nog open voor inbreng.',
    ALL_HAVE_OUTCOME: 'Deze inbreng heeft nog geen uitkomst: {contributions}.',
    QUESTION_ANSWERED: 'De vraag is niet beantwoord; plan een nieuwe ronde.',
    WITH_PARTICIPANTS: 'Op dit niveau kijken deelnemers mee naar de duiding.',
    CONTENT_AND_PROCESS: 'Inhoud en proces moeten allebei akkoord zijn.',
  },
};

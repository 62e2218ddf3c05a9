// English words of contributions.
import { excerpt, type Labels } from '../../kit/labels.js';

const are = (ids: unknown): string => (Array.isArray(ids) && ids.length > 1 ? 'are' : 'is');
const were = (ids: unknown): string => (Array.isArray(ids) && ids.length > 1 ? 'were' : 'was');
const quoted = (text: unknown): string => `“${excerpt(text)}”`;
const text = (value: unknown): string => excerpt(value);
const frames = (list: unknown): { frameId: string; version: number }[] =>
  Array.isArray(list) ? (list as { frameId: string; version: number }[]) : [];

export const en: Labels = {
  name: 'Contribution',
  states: {
    none: { word: 'nog niet', label: 'Not received yet' },
    received: { word: 'nog niet', label: 'Received' },
    asked: { word: 'wacht op', label: 'Question asked', who: 'giver' },
    assessed: { word: 'bezig', label: 'Assessed' },
    escalated: { word: 'wacht op', label: 'Put to the client', who: 'client' },
    adopted: { word: 'klaar', label: 'Adopted' },
    partlyAdopted: { word: 'klaar', label: 'Partly adopted' },
    notChosen: { word: 'klaar', label: 'Not chosen' },
    rejected: { word: 'klaar', label: 'Rejected' },
    answered: { word: 'klaar', label: 'Answered' },
    noted: { word: 'klaar', label: 'Noted' },
    passedOn: { word: 'wacht op', label: 'Passed on', who: 'area team' },
    merged: { word: 'klaar', label: 'Merged' },
    withdrawn: { word: 'klaar', label: 'Withdrawn' },
  },
  commands: {
    ReceiveContribution: 'Record a contribution',
    ImportContributions: 'Import contributions',
    WithdrawContribution: 'Withdraw a contribution',
    AskGiver: 'Ask the giver a question',
    AssignContributionToRound: 'Put contributions in a round',
    AssessContribution: 'Assess against the frames',
    AdoptContribution: 'Adopt contributions',
    AdoptContributionPartly: 'Adopt contributions in part',
    LeaveContribution: 'Leave contributions out',
    RejectContribution: 'Reject contributions',
    AnswerContribution: 'Answer a question',
    NoteContribution: 'Note contributions',
    EscalateContribution: 'Put to the client',
    MakeClientChoice: 'Choose as the client',
    PassOnContribution: 'Pass on to the area team',
    AcceptPassedOn: 'Take up what was passed on',
    MergeContributions: 'Merge contributions',
    ReconsiderContribution: 'Reconsider contributions',
  },
  fields: {
    contributions: 'Contributions',
    contributionId: 'Contribution',
    contributionIds: 'Contributions',
    roundId: 'Round',
    conversationId: 'Conversation',
    source: 'Source',
    kind: 'Kind',
    sourceSystem: 'System it comes from',
    externalId: 'Number in that system',
    groupId: 'Group',
    theme: 'Theme',
    text: 'Text',
    personRef: 'Person',
    question: 'Question',
    on: 'Date',
    verdict: 'Does it fit the frames?',
    frames: 'Frames',
    frameId: 'Frame',
    version: 'Version',
    frameVersion: 'Version of the frame',
    motivation: 'Motivation',
    how: 'How is it adopted?',
    what: 'What is adopted?',
    whatNot: 'What is not adopted?',
    reason: 'Reason',
    answer: 'Answer',
    reply: 'Reply',
    clientRef: 'Client',
    choice: 'Choice',
    frameChange: 'What changes in a frame?',
    toArea: 'Area',
    receiverRef: 'Who receives it?',
    intoId: 'Merge with',
  },
  hints: {
    roundId: 'Leave empty when the round is not known yet.',
    frameVersion: 'The version that held when the idea came.',
  },
  choices: {
    source: { conversation: 'conversation', online: 'online', letter: 'letter', email: 'e-mail', phone: 'phone' },
    kind: { idea: 'idea', objection: 'objection', question: 'question', remark: 'remark' },
    verdict: { within: 'within the frames', outside: 'outside the frames', unclear: 'unclear' },
    choice: { adopt: 'adopt', partly: 'adopt in part', notChosen: 'not choose', reject: 'reject', passOn: 'pass on' },
  },
  events: {
    ContributionReceived: (data, names) => {
      const where = data.conversationId === undefined ? '' : ` ${names.conversation(data.conversationId)}`;
      const from = `${names.choice('source', data.source)}${data.source === 'conversation' ? where : ''}`;
      const kind = names.choice('kind', data.kind);
      return `Contribution ${names.contribution(data.contributionId)} was received (${kind}, ${from}): ${quoted(data.text)}`;
    },
    ContributionWithdrawn: (data, names) => `Contribution ${names.contribution(data.contributionId)} was withdrawn.`,
    GiverAsked: (data, names) =>
      `The giver of ${names.contribution(data.contributionId)} was asked: ${quoted(data.question)}`,
    ContributionAssignedToRound: ({ contributionIds: ids, roundId }, names) =>
      `${names.contributions(ids)} ${were(ids)} put in round ${names.round(roundId)}.`,
    ContributionAssessed: ({ contributionIds: ids, ...data }, names) => {
      const looked = frames(data.frames).map((one) => `${names.frame(one.frameId)} version ${one.version}`);
      const along = looked.length > 0 ? ` Looked at ${looked.join(', ')}.` : '';
      const verdict = names.choice('verdict', data.verdict);
      return `${names.contributions(ids)} ${were(ids)} assessed: ${verdict}.${along} ${text(data.motivation)}`.trimEnd();
    },
    ContributionAdopted: ({ contributionIds: ids, how }, names) =>
      `${names.contributions(ids)} ${were(ids)} adopted: ${text(how)}`,
    ContributionPartlyAdopted: ({ contributionIds: ids, ...data }, names) =>
      `${names.contributions(ids)} ${were(ids)} partly adopted. ` +
      `Adopted: ${text(data.what)} Not adopted: ${text(data.whatNot)} Reason: ${text(data.reason)}`,
    ContributionNotChosen: ({ contributionIds: ids, reason }, names) =>
      `${names.contributions(ids)} ${were(ids)} not chosen: ${text(reason)}`,
    ContributionRejected: ({ contributionIds: ids, ...data }, names) =>
      `${names.contributions(ids)} ${were(ids)} rejected on frame ${names.frame(data.frameId)} ` +
      `version ${String(data.frameVersion)}: ${text(data.reason)}`,
    ContributionAnswered: ({ contributionIds: ids, answer }, names) =>
      `${names.contributions(ids)} ${were(ids)} answered: ${text(answer)}`,
    ContributionNoted: ({ contributionIds: ids, reply }, names) =>
      `${names.contributions(ids)} ${were(ids)} noted: ${text(reply)}`,
    ContributionEscalated: ({ contributionIds: ids, question }, names) =>
      `${names.contributions(ids)} ${were(ids)} put to the client: ${text(question)}`,
    ClientChoiceMade: ({ contributionIds: ids, choice, motivation, frameChange }, names) => {
      const changed = frameChange === undefined ? '' : ` Frame: ${text(frameChange)}`;
      const chosen = names.choice('choice', choice);
      return `The client chooses for ${names.contributions(ids)}: ${chosen}. ${text(motivation)}${changed}`;
    },
    ContributionPassedOn: ({ contributionIds: ids }, names) =>
      `${names.contributions(ids)} ${were(ids)} passed on to the area team.`,
    PassedOnAccepted: ({ contributionIds: ids, on }, names) =>
      `The area team took up ${names.contributions(ids)} on ${names.date(on)}.`,
    ContributionMerged: (data, names) =>
      `${names.contribution(data.contributionId)} was merged with ${names.contribution(data.intoId)}.`,
    ContributionReconsidered: ({ contributionIds: ids, reason }, names) =>
      `${names.contributions(ids)} ${are(ids)} reconsidered: ${text(reason)}`,
  },
  needs: {
    ASSESSED: 'Assess this idea against the frames first.',
    FRAME_IN_FORCE: 'This frame did not hold when the idea came; {version} holds now.',
    FRAME_ANNOUNCED_BEFORE_IDEA:
      'This frame was not known yet when the idea came; put it to the client or choose otherwise.',
    RECEIVER_KNOWN: 'Choose who receives this.',
    TARGET_OPEN: 'The idea you merge this into is itself merged or withdrawn.',
  },
};

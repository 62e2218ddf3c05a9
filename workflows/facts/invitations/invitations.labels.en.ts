// English words of invitations and responses.
import { excerpt, type Labels, type Names } from '../../kit/labels.js';

function where(data: Record<string, unknown>, names: Names): string {
  const ids = Array.isArray(data.conversationIds) ? data.conversationIds : [];
  const via = excerpt(data.channel);
  return `${ids.length === 0 ? '' : ` to ${ids.map((id) => names.conversation(id)).join(', ')}`}${via === '' ? '' : ` by ${via}`}`;
}

export const en: Labels = {
  name: 'Invitations',
  commands: { SendInvitation: 'Send an invitation', RecordResponse: 'Count the responses' },
  fields: {
    groupId: 'Group',
    roundId: 'Round',
    conversationIds: 'Conversations',
    channel: 'Channel',
    on: 'Date',
    addressed: 'To how many addresses?',
    says: 'What does the invitation say?',
    topic: 'What is it about?',
    timeNeeded: 'How much time does it take?',
    resultsWhen: 'When do people hear the result?',
    letter: 'Text of the letter',
    accepted: 'How many people come, so far?',
    declined: 'How many people do not come, so far?',
  },
  hints: { says: 'These are promises to the participants.' },
  events: {
    InvitationSent: (data, names) =>
      `Group ${names.group(data.groupId)} was invited${where(data, names)}: ${names.number(data.addressed)} ` +
      `${data.addressed === 1 ? 'address' : 'addresses'}.`,
    ResponseRecorded: (data, names) =>
      `Group ${names.group(data.groupId)}: ${names.number(data.accepted)} come, ${names.number(data.declined)} do not ` +
      `(as of ${names.date(data.on)}).`,
  },
};

// English words of public groups.
import { excerpt, type Labels } from '../../kit/labels.js';

const required = (value: unknown): string => (value === true ? 'required' : 'not required');

export const en: Labels = {
  name: 'Public groups',
  commands: {
    AddPublicGroup: 'Add a group',
    RemovePublicGroup: 'Remove a group',
    AdmitLateGroup: 'Admit a group later',
    WaiveGroup: 'Waive a group',
    PlanExtraOutreach: 'Plan extra outreach',
  },
  fields: {
    groupId: 'Group',
    roundId: 'Round',
    name: 'Name of the group',
    relation: 'Relation to the subject',
    required: 'Required',
    everyone: 'Everyone may take part',
    size: 'How large is the group?',
    min: 'How many people at least?',
    target: 'How many people do you aim at?',
    sender: 'Sender',
    channels: 'Channels',
    panelId: 'Panel',
    reason: 'Reason',
    measure: 'What will you do extra?',
  },
  hints: { sender: 'Who invites? It need not be the municipality.' },
  choices: {
    relation: {
      affected: 'is affected',
      interested: 'is interested',
      expert: 'knows much about it',
      partner: 'works along',
      hardToReach: 'hard to reach',
    },
  },
  events: {
    PublicGroupAdded: (data, names) =>
      `Group ${excerpt(data.name)} was added (${names.choice('relation', data.relation)}, ${required(data.required)}): ` +
      `size ${names.number(data.size)}, at least ${names.number(data.min)}, aim ${names.number(data.target)}.`,
    PublicGroupRemoved: (data, names) => `Group ${names.group(data.groupId)} was removed: ${excerpt(data.reason)}`,
    LateGroupAdmitted: (data, names) =>
      `Group ${excerpt(data.name)} joins later (${required(data.required)}, at least ${names.number(data.min)}).`,
    GroupWaived: (data, names) => `The client waives group ${names.group(data.groupId)}: ${excerpt(data.reason)}`,
    ExtraOutreachPlanned: (data, names) =>
      `Extra outreach for group ${names.group(data.groupId)}: ${excerpt(data.measure)}`,
  },
  needs: { CLIENT_AGREES_GROUP: 'This group is required; the client must agree.' },
};

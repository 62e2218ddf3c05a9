// English words of tools, hours and costs.
import { excerpt, type Labels, type Names } from '../../kit/labels.js';

const on = (data: Record<string, unknown>, names: Names): string => {
  const phase = data.phase === undefined ? '' : ` on ${names.phase(data.phase)}`;
  return data.roundId === undefined ? phase : `${phase}, round ${names.round(data.roundId)}`;
};

export const en: Labels = {
  name: 'Tools, hours and costs',
  commands: { SelectTool: 'Choose a tool', BookHours: 'Book hours', BookCost: 'Book costs' },
  fields: {
    tool: 'Tool',
    purpose: 'What for?',
    on: 'Date',
    phase: 'Phase (empty counts in the totals only)',
    roundId: 'Round',
    role: 'Role',
    hours: 'Hours',
    cents: 'Amount',
    category: 'Kind of costs',
  },
  choices: {
    phase: {
      preparation: 'Preparation',
      approval: 'Approval of time and money',
      organisation: 'Organisation structure',
      outreach: 'Question, public and invitation',
      conversations: 'Conversations',
      interpreting: 'Interpreting',
      feedback: 'Feedback',
      accountability: 'Account and decision',
      evaluation: 'Evaluation',
    },
  },
  events: {
    ToolSelected: (data) => {
      const why = excerpt(data.purpose);
      return `Chosen tool: ${excerpt(data.tool)}${why === '' ? '' : `, for ${why}`}.`;
    },
    HoursBooked: (data, names) =>
      `${names.number(data.hours)} hours were booked by the ${names.role(data.role)}${on(data, names)}.`,
    CostBooked: (data, names) => {
      const what = excerpt(data.category);
      return `${names.euros(data.cents)} was booked${on(data, names)}${what === '' ? '' : ` for ${what}`}.`;
    },
  },
};

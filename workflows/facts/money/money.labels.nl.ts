// Dutch words of tools, hours and costs.
import { excerpt, type Labels, type Names } from '../../kit/labels.js';

const on = (data: Record<string, unknown>, names: Names): string => {
  const phase = data.phase === undefined ? '' : ` op ${names.phase(data.phase)}`;
  return data.roundId === undefined ? phase : `${phase}, ronde ${names.round(data.roundId)}`;
};

export const nl: Labels = {
  name: 'Hulpmiddelen, uren en kosten',
  commands: { SelectTool: 'Hulpmiddel kiezen', BookHours: 'Uren boeken', BookCost: 'Kosten boeken' },
  fields: {
    tool: 'Hulpmiddel',
    purpose: 'Waarvoor?',
    on: 'Datum',
    phase: 'Fase (leeg telt alleen in het totaal)',
    roundId: 'Ronde',
    role: 'Rol',
    hours: 'Uren',
    cents: 'Bedrag',
    category: 'Soort kosten',
  },
  choices: {
    phase: {
      preparation: 'Voorbereiding',
      approval: 'Goedkeuring tijd en geld',
      organisation: 'Organisatiestructuur',
      outreach: 'Vraag, publiek en uitnodiging',
      conversations: 'Gesprekken',
      interpreting: 'Duiden',
      feedback: 'Terugkoppeling',
      accountability: 'Verantwoording en besluit',
      evaluation: 'Evaluatie',
    },
  },
  events: {
    ToolSelected: (data) => {
      const why = excerpt(data.purpose);
      return `Gekozen hulpmiddel: ${excerpt(data.tool)}${why === '' ? '' : `, voor ${why}`}.`;
    },
    HoursBooked: (data, names) =>
      `Er is ${names.number(data.hours)} uur geboekt door de ${names.role(data.role)}${on(data, names)}.`,
    CostBooked: (data, names) => {
      const what = excerpt(data.category);
      return `Er is ${names.euros(data.cents)} geboekt${on(data, names)}${what === '' ? '' : ` voor ${what}`}.`;
    },
  },
};

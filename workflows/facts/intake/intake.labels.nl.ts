// Dutch words of intake, level and goals, with the questions of the impact meter.
import { excerpt, type Labels } from '../../kit/labels.js';

const levels = {
  inform: 'informeren',
  consult: 'raadplegen',
  advise: 'adviseren',
  coproduce: 'coproduceren',
  codecide: 'meebeslissen',
  selfGovern: 'zelfbestuur',
};
const workflows = { kern: 'Kern', volledig: 'Volledig' };

export const nl: Labels = {
  name: 'Intake, niveau en doelen',
  commands: { RecordIntake: 'Intake vastleggen', SetLevel: 'Niveau kiezen', SetGoals: 'Doelen vastleggen' },
  fields: {
    cause: 'Aanleiding',
    policyGoal: 'Wat wil het beleid?',
    room: 'Ruimte voor inbreng',
    meterVersion: 'Versie van de impactmeter',
    answers: 'Antwoorden op de impactmeter',
    '1': 'Hoeveel mensen merken er iets van?',
    '2': 'Hoe sterk verandert hun dagelijks leven of hun omgeving?',
    '3': 'Hoe lang werkt het door?',
    '4': 'Hoe ver lopen de belangen uiteen?',
    '5': 'Hoe gevoelig ligt het, door wat eerder gebeurde of nu speelt?',
    '6': 'Raakt het mensen die zich moeilijk laten horen?',
    '7': 'Hebben bewoners of ondernemers kennis die wij missen?',
    '8': 'Moeten anderen meedoen om het te laten slagen, nu of in het beheer?',
    '9': 'Hoe moeilijk is het later terug te draaien?',
    impactScore: 'Impactscore',
    advisedLevel: 'Geadviseerd niveau',
    advisedWorkflow: 'Geadviseerde werkwijze',
    level: 'Niveau',
    levelReason: 'Waarom dit niveau?',
    before: 'Was',
    reason: 'Reden',
    participationGoal: 'Wat moet het gesprek opleveren?',
    othersMustKnow: 'Wat moeten anderen weten?',
    weWantToKnow: 'Wat willen wij weten?',
    councilRole: 'Wat doet de raad?',
  },
  hints: {
    answers: '0 niet, 1 weinig, 2 merkbaar, 3 veel, 4 heel veel.',
    '1': '0 minder dan 10, 1 tot 50, 2 tot 250, 3 tot 1.000, 4 meer.',
    '3': '0 dagen, 1 maanden, 2 een paar jaar, 3 tien jaar, 4 blijvend.',
    impactScore: 'Van 0 tot en met 100. Met antwoorden rekent de meter dit uit.',
    levelReason: 'Nodig als u een ander niveau kiest dan de meter adviseert.',
  },
  choices: {
    room: { none: 'geen', limited: 'beperkt', wide: 'ruim' },
    level: levels,
    advisedLevel: levels,
    before: levels,
    advisedWorkflow: workflows,
    councilRole: { setsFrames: 'stelt de kaders', decides: 'besluit', informed: 'wordt geïnformeerd' },
  },
  events: {
    IntakeRecorded: (data, names) => {
      const advice = `${names.choice('level', data.advisedLevel)}, werkwijze ${names.choice('advisedWorkflow', data.advisedWorkflow)}`;
      const why = excerpt(data.levelReason);
      return (
        `De intake is vastgelegd: impactscore ${names.number(data.impactScore)}, advies ${advice}. ` +
        `Gekozen niveau: ${names.choice('level', data.level)}${why === '' ? '' : `, want: ${why}`}. ` +
        `Ruimte voor inbreng: ${names.choice('room', data.room)}. Aanleiding: ${excerpt(data.cause)}`
      );
    },
    LevelSet: (data, names) => {
      const before = data.before === undefined ? '' : `; het was ${names.choice('level', data.before)}`;
      const why = excerpt(data.reason);
      return `Het niveau is ${names.choice('level', data.level)}${before}.${why === '' ? '' : ` Reden: ${why}`}`;
    },
    GoalsSet: (data, names) =>
      `Het doel van het gesprek is vastgelegd: ${excerpt(data.participationGoal)} De raad ${names.choice('councilRole', data.councilRole)}.`,
  },
  needs: {
    ROOM_FOR_INPUT: 'Er is geen ruimte voor inbreng; informeer mensen dan alleen.',
    LOWERING_BY_PLAN: 'Er zijn al mensen uitgenodigd; minder invloed kan alleen met een planwijziging.',
    BOTH_GOAL_LISTS: 'Vul in wat anderen moeten weten en wat wij willen weten.',
  },
};

// Dutch words of the trajectory as a whole: its states, commands, needs, the events of every phase, and the twelve forms.
import type { Labels } from '../kit/labels.js';

export const nl: Labels = {
  name: 'Traject',
  states: {
    registered: { word: 'nog niet', label: 'Aangemeld' },
    active: { word: 'bezig', label: 'Lopend' },
    paused: { word: 'wacht op', label: 'Gepauzeerd', who: 'opdrachtgever' },
    completed: { word: 'klaar', label: 'Voltooid' },
    cancelled: { word: 'klaar', label: 'Gestopt' },
    archived: { word: 'klaar', label: 'Gearchiveerd' },
  },
  commands: {
    RegisterTrajectory: 'Traject aanmelden',
    PlanRound: 'Ronde plannen',
    SkipPhase: 'Fase overslaan',
    ReopenPhase: 'Fase heropenen',
    OverrideGuard: 'Met reden doorgaan',
    CorrectFact: 'Feit rechtzetten',
    PauseTrajectory: 'Traject onderbreken',
    ResumeTrajectory: 'Traject hervatten',
    CancelTrajectory: 'Traject stoppen',
    CompleteTrajectory: 'Traject afronden',
    ReopenTrajectory: 'Traject heropenen',
    ArchiveTrajectory: 'Traject archiveren',
  },
  fields: {
    title: 'Naam',
    theme: 'Thema',
    workflow: 'Werkwijze',
    version: 'Versie',
    municipalityIds: 'Gemeenten',
    policyStage: 'Stadium van het beleid',
    level: 'Participatieniveau',
    clientRef: 'Opdrachtgever',
    coordinatorRef: 'Procescoördinator',
    lawBasis: 'Grondslag in de wet',
    startOn: 'Begint op',
    logbookForm: 'Vorm van het logboek',
    reason: 'Reden',
    publicReason: 'Reden voor de openbare pagina',
    expectedResumeOn: 'Gaat naar verwachting verder op',
    participantsTold: 'De deelnemers zijn ingelicht',
    shiftDays: 'Dagen waarmee de planning opschuift',
    participantsInvolved: 'Er waren al mensen bij betrokken',
    messagePlannedOn: 'Deelnemers horen het op',
    on: 'Datum',
    selectionCategory: 'Categorie van de selectielijst',
    keepUntil: 'Bewaren tot',
    roundId: 'Ronde',
    question: 'Vraag van de ronde',
    groupIds: 'Groepen',
    phase: 'Fase',
    toState: 'Terug naar',
    command: 'Handeling',
    needs: 'Voorwaarden',
    eventId: 'Regel in het logboek',
    field: 'Veld',
    before: 'Er staat nu',
    after: 'Het moet zijn',
    outcome: 'Uitkomst',
    because: 'Aanleiding',
    role: 'Rol',
    function: 'Functie',
    ref: 'Wie',
    decidedBy: 'Wie besloot dit?',
    decidedOn: 'Wanneer besloten?',
    evidence: 'Waar staat dat?',
    documentId: 'Document',
    text: 'Tekst',
  },
  hints: {
    participantsTold: 'Zet dit alleen aan als u het hun echt heeft verteld.',
    keepUntil: 'Een datum, of permanent.',
    shiftDays: 'Termijnen van terugkoppeling en afspraken schuiven niet mee.',
    reason: 'De reden blijft zichtbaar in het logboek.',
  },
  choices: {
    workflow: { kern: 'Kern (vijf fasen)', volledig: 'Volledig (negen fasen)' },
    policyStage: {
      agenda: 'agenda',
      policy: 'beleid',
      design: 'ontwerp',
      execution: 'uitvoering',
      maintenance: 'beheer',
    },
    level: {
      inform: 'informeren',
      consult: 'raadplegen',
      advise: 'adviseren',
      coproduce: 'coproduceren',
      codecide: 'meebeslissen',
      selfGovern: 'zelfbestuur',
    },
    lawBasis: {
      environmentVision: 'omgevingsvisie',
      environmentProgramme: 'omgevingsprogramma',
      environmentPlan: 'omgevingsplan',
      projectDecision: 'projectbesluit',
      permit: 'omgevingsvergunning',
      permitOutsidePlan: 'buitenplanse omgevingsplanactiviteit',
      ordinance: 'participatieverordening',
    },
    logbookForm: { internal: 'intern', transparent: 'openbaar', both: 'intern en openbaar' },
    keepUntil: { permanent: 'altijd' },
    // What has to come before a phase opens: `{entry}` of PHASE_OPEN.
    entry: {
      approval: 'de begindatum van het traject',
      organisation: 'het akkoord op tijd en geld',
      conversations: 'de organisatie inrichten',
      interpreting: 'een gesprek of inbreng in deze ronde',
      feedback: 'een gesprek of inbreng in deze ronde',
    },
    because: {
      PhaseReopened: 'een eerdere fase is heropend',
      RoundReopened: 'de ronde is heropend',
      FactCorrected: 'een feit is rechtgezet',
      FeedbackCorrected: 'een terugkoppeling wordt rechtgezet',
    },
  },
  events: {
    TrajectoryRegistered: (data, names) =>
      `Het traject '${String(data.title)}' is aangemeld, op niveau ${names.choice('level', data.level)}.`,
    TrajectoryPaused: (data) => `Het traject is onderbroken: ${String(data.reason)}`,
    TrajectoryResumed: (data, names) =>
      Number(data.shiftDays) > 0
        ? `Het traject gaat verder. De planning schuift ${names.number(data.shiftDays)} dagen op.`
        : 'Het traject gaat verder.',
    TrajectoryCancelled: (data) => `Het traject is gestopt: ${String(data.reason)}`,
    TrajectoryCompleted: () => 'Het traject is afgerond.',
    TrajectoryReopened: (data) => `Het traject is heropend: ${String(data.reason)}`,
    TrajectoryArchived: (data, names) =>
      data.keepUntil === 'permanent'
        ? 'Het traject is gearchiveerd en blijft altijd bewaard.'
        : `Het traject is gearchiveerd en wordt bewaard tot ${names.date(data.keepUntil)}.`,
    RoundPlanned: (data, names) => `Een nieuwe ronde ${names.round(data.roundId)} is gepland: ${String(data.title)}.`,
    GuardOverridden: (data, names) =>
      `Toch doorgegaan met '${names.command(data.command)}', omdat: ${String(data.reason)} (${(data.needs as unknown[]).map((code) => names.need(code)).join(' ')})`,
    FactCorrected: (data) =>
      `Een feit is rechtgezet van '${shown(data.before)}' naar '${shown(data.after)}'${typeof data.reason === 'string' && data.reason !== '' ? `: ${data.reason}` : ''}.`,
    PhaseStarted: (data, names) => `De fase '${names.phase(data.phase)}'${ofRound(data, names)} is begonnen.`,
    PhaseCompleted: (data, names) => `De fase '${names.phase(data.phase)}'${ofRound(data, names)} is klaar.`,
    PhaseMarkedForReview: (data, names) =>
      `De fase '${names.phase(data.phase)}'${ofRound(data, names)} moet worden nagekeken, want ${names.choice('because', data.because)}.`,
    PhaseSkipped: (data, names) => `De fase '${names.phase(data.phase)}' is overgeslagen: ${String(data.reason)}`,
    PhaseReopened: (data, names) =>
      `De fase '${names.phase(data.phase)}'${ofRound(data, names)} is heropend: ${String(data.reason)}`,
  },
  needs: {
    NOT_ARCHIVED: 'Dit traject is gearchiveerd en kan niet meer veranderen.',
    ROLE_ALLOWED: 'Dit mag uw rol niet; vraag het aan {by}.',
    STATE_FITS: "Dit kan niet in deze stap: het staat nu op '{state}'.",
    PHASE_OPEN: 'Deze fase is nog niet begonnen: eerst {entry}.',
    NOT_PAUSED: 'Het traject staat op pauze.',
    DECIDER_KNOWN: 'Zeg wie dit besloot, wanneer, en waar dat staat.',
    NOT_IN_FUTURE: 'De datum ligt in de toekomst; leg het vast als het gebeurd is.',
    REASON_GIVEN: 'Schrijf op waarom.',
    CLIENT_AND_COORDINATOR_KNOWN: 'Kies een opdrachtgever en een procescoördinator.',
    STOP_MESSAGE_PLANNED: 'Er zijn mensen uitgenodigd; zeg wanneer zij horen dat het stopt.',
    ALL_FEEDBACK_CLOSED: 'Nog niet iedereen heeft antwoord gehad: {rounds, contributions}.',
    DECISIONS_EXPLAINED: 'Dit besluit is nog niet uitgelegd aan de deelnemers: {decision}.',
    AGREEMENTS_SETTLED: 'Deze afspraken staan nog open: {agreements}.',
    RETENTION_SET: 'Kies hoe lang het dossier bewaard blijft.',
    SKIP_ALLOWED: 'Deze fase kan niet worden overgeslagen.',
    NEED_IS_SOFT: 'Deze voorwaarde geldt altijd; doorgaan kan niet.',
    IS_A_FACT: 'Dit is een besluit; heropen het of geef het terug.',
  },
  forms: {
    register: 'Aanmelden',
    'ask-time-and-money': 'Tijd en geld vragen',
    approve: 'Akkoord',
    'who-does-what': 'Wie doet wat',
    'plan-conversation': 'Gesprek plannen',
    invite: 'Uitnodigen',
    'conversation-held': 'Gesprek gehouden',
    report: 'Verslag',
    'weigh-ideas': 'Ideeën wegen',
    'give-feedback': 'Terugkoppelen',
    'agreements-hours-corrections': 'Afspraken, uren, rechtzetten',
    complete: 'Afronden',
  },
};

const shown = (value: unknown): string =>
  typeof value === 'string' && value !== ''
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : 'leeg';
/** The round of a phase. Feedback is also about decisions, which have no number. */
function ofRound({ roundId }: Record<string, unknown>, names: { round(id: unknown): string }): string {
  if (roundId === undefined) return '';
  const round = names.round(roundId);
  return round.endsWith('?') ? ' over een besluit' : ` van ronde ${round}`;
}

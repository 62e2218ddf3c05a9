// English words of the learning report: what is asked, how each figure is counted, and what its numbers are called.
import { measures } from './measures.labels.en.js';
import type { LearningWords } from './words.js';

export const en: LearningWords = {
  questions: {
    cost: 'What does a phase really cost?',
    estimate: 'What should I estimate?',
    duration: 'How long does a phase take?',
    feedback: 'Do people hear back?',
    reach: 'Who do we reach?',
    outcomes: 'What happens with ideas?',
    agreements: 'Do we keep our word?',
    decisions: 'Does it matter in the decision?',
    overrides: 'Which step do we pass over?',
    signals: 'What keeps going wrong?',
  },
  figures: {
    'cost.phase': {
      name: 'Hours, money and days per phase',
      definition:
        'Trajectories in which this phase is finished, all rounds together. If the estimate had lines per phase, the approval is spread over them. If not, the approval counts in the total only (not estimated per phase).',
      formula:
        'approved of a phase = sum of the lines of the phase × approved total ÷ estimated total; deviation = booked ÷ approved − 1',
    },
    'cost.total': {
      name: 'Hours, money and days per trajectory',
      definition:
        'Trajectories that are completed or stopped. Approved includes supplements. A booking without a phase counts here only (without a phase). Days count from the start date.',
      formula: 'deviation = booked ÷ approved − 1, over trajectories with an approval',
    },
    'cost.estimate': {
      name: 'Experience figures',
      definition:
        'Completed trajectories of the same level and theme, with as many required groups. If there are fewer than 5, a wider circle is taken, and named.',
      formula:
        'chance of more than your estimate = trajectories with more booked than estimated ÷ all trajectories in the circle',
    },
    'duration.phase': {
      name: 'Days per phase',
      definition:
        'Finished phases, per round. A pause is taken off. Waiting is the time between the opening of the phase and its first event. If the phase was opened again, the last time it was finished counts.',
      formula: 'days = finished − first event − pause; waiting = first event − opened',
    },
    'feedback.rounds': {
      name: 'Days until an answer, per round',
      definition:
        'Rounds of which the feedback is finished and in which nobody waits any more. The longest wait counts. A pause is not taken off. A delay that was told in time takes the place of the norm.',
      formula:
        'days = day of sending − start of the wait (the conversation or contribution that waited longest); in time ≤ the norm in force now',
    },
    'feedback.contributions': {
      name: 'Days until an answer, per contribution',
      definition:
        'Contributions in those rounds, and contributions without a round in trajectories that ended. Only where the giver was answered.',
      formula: 'days = first message that answers the contribution − day it came in',
    },
    'feedback.promised': {
      name: 'Promised answers',
      definition: 'Contributions for which a message promised an answer by a later day. The last promise counts.',
      formula: 'answered on the promised day or before ÷ promised',
    },
    'reach.groups': {
      name: 'Public groups: planned and reached',
      definition:
        'Groups in trajectories of which all conversations are finished. A group without a target or an invitation is left out of that number.',
      formula:
        'reach = attended ÷ target; response = accepted ÷ invited; never heard = groups with 0 attending ÷ groups',
    },
    'reach.required': {
      name: 'Required groups',
      definition: 'Groups that may not be missing. A group that was let go with a reason counts.',
      formula: 'groups with at least their minimum attending ÷ required groups',
    },
    'reach.balance': {
      name: 'Balance',
      definition: 'Per trajectory the required group that was heard least.',
      formula: 'least of attended ÷ minimum, at most 1',
    },
    'outcomes.all': {
      name: 'Days until an outcome',
      definition:
        'Contributions with an outcome, in rounds that were interpreted or trajectories that ended. Withdrawn and merged ones are left out.',
      formula: 'days = day of the last outcome − day it came in',
    },
    'outcomes.share': {
      name: 'Outcome',
      definition: 'Which part of all contributions with an outcome got this one.',
      formula: 'contributions with this outcome ÷ all contributions with an outcome',
    },
    'outcomes.rejected': {
      name: 'Rejected on a frame that was known',
      definition: 'Contributions that were rejected on a frame. A choice of the client is left out.',
      formula: 'frame announced before the contribution came, or in the opening of the same conversation ÷ rejected',
    },
    'outcomes.passedOn': {
      name: 'Passed on and taken up',
      definition: 'Contributions that were passed on to an area team.',
      formula: 'taken up within 28 days ÷ passed on',
    },
    'agreements.due': {
      name: 'Agreements that were due',
      definition:
        'Agreements whose day lies in the period. The day agreed last counts. An open agreement counts from the day after.',
      formula: 'kept in time ÷ all agreements whose day has passed',
    },
    'agreements.broken': {
      name: 'Broken and explained',
      definition: 'Agreements that were not kept.',
      formula: 'explained to participants ÷ broken',
    },
    'decisions.deviate': {
      name: 'Decisions that deviate',
      definition: 'Decisions that were taken. A deferred decision does not count.',
      formula: 'decisions that deviate from the outcome ÷ all decisions',
    },
    'decisions.explained': {
      name: 'Decisions explained in time',
      definition: 'Decisions that were explained, and decisions of which the term is over. The term is a setting.',
      formula:
        'explained to participants within the term ÷ those decisions; days = day of explanation − day of decision',
    },
    'decisions.influence': {
      name: 'Influence on the decision',
      definition: 'Decisions that say of each contribution whether the advice was followed.',
      formula: 'influence = contributions as advised ÷ contributions judged, per decision',
    },
    'overrides.trajectories': {
      name: 'Trajectories with an override',
      definition:
        'Trajectories that are completed or stopped. An override is a time that somebody went on with a reason while something was missing. The reasons stand with the events.',
      formula: 'trajectories with at least one override ÷ all trajectories',
    },
    'overrides.needs': {
      name: 'Need passed over',
      definition:
        'How often this need was passed over, of the times it was asked. A need is asked with every act that requires it. The reasons stand with the events, for who may read them.',
      formula:
        'share of the times = passed over ÷ asked (under 5 times no statement); share = trajectories in which this happened ÷ all trajectories',
    },
    'signals.year': {
      name: 'Signal per year',
      definition:
        'Trajectories that were completed or stopped in that year, for signals that stood in at least 3 trajectories. The change is from the year before, when at least 5 trajectories ended in it.',
      formula:
        'trajectories of that year with this signal ÷ trajectories of that year; change = this share − the share of the year before',
    },
    'signals.code': {
      name: 'Signal',
      definition:
        'Trajectories that are completed or stopped and in which this signal ever stood. It recurs when it stood in at least 30% of them, in at least 3 trajectories and 2 municipalities.',
      formula:
        'trajectories with this signal ÷ all trajectories; P50 days = from the first day of the signal until it was cleared',
    },
  },
  measures,
  units: {
    trajectory: ['trajectory', 'trajectories'],
    phase: ['phase', 'phases'],
    round: ['round', 'rounds'],
    contribution: ['contribution', 'contributions'],
    group: ['group', 'groups'],
    agreement: ['agreement', 'agreements'],
    decision: ['decision', 'decisions'],
  },
  circles: {
    levelThemeGroups: 'same level, theme and number of required groups',
    levelTheme: 'same level and theme',
    level: 'same level',
    all: 'all trajectories',
  },
  dimensions: {
    phase: 'Phase',
    level: 'Level',
    municipality: 'Municipality',
    outcome: 'Outcome',
    need: 'Need',
    signal: 'Signal',
    year: 'Year',
  },
  outcomes: {
    adopted: 'Adopted',
    partlyAdopted: 'Partly adopted',
    notChosen: 'Not chosen',
    rejected: 'Rejected',
    answered: 'Answered',
    noted: 'Noted',
    passedOn: 'Passed on',
  },
  levels: {
    inform: 'inform',
    consult: 'consult',
    advise: 'advise',
    coproduce: 'coproduce',
    codecide: 'co-decide',
    selfGovern: 'self-govern',
  },
  always: {
    few: 'Only what is finished. Under 5 nothing is stated and the cases are shown.',
    period: 'A thing counts in the period in which it was finished; an agreement on the day it was due.',
    corrected: 'Corrected values count, not the old ones.',
    quantile: 'P50 and P80: 50% or 80% lies on or under this number. Rank 1 + (n − 1) × q, interpolated.',
  },
  csv: {
    question: 'Question',
    figure: 'Figure',
    n: 'n',
    measure: 'Measure',
    value: 'Value',
    trajectory: 'Trajectory',
    about: 'Part',
    day: 'Finished on',
    tooFew: 'too few for a statement',
  },
};

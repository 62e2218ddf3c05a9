// Do people hear back? Per round the longest that someone waited, per contribution until its giver was told, and promises of an answer by a day.
import { addDays } from '../../../workflows/kit/time.js';
import type { Id, LocalDate } from '../../../workflows/kit/types.js';
import { figure, type Figure, type Row, type Values } from './figure.js';
import { share, shareOf, spread } from './numbers.js';

/** Days within which an answer is on target, and at the latest. */
export interface AnswerNorms {
  target: number;
  final: number;
}
export type NormsOf = (municipalities: readonly Id[]) => AnswerNorms;

export function feedbackFigures(
  rounds: readonly Row<'round'>[],
  told: readonly Row<'told'>[],
  municipalities: readonly Id[],
  normsOf: NormsOf,
  smallest: number,
): Figure[] {
  const roundsOf = (rows: readonly Row<'round'>[], municipality?: Id): Figure =>
    figure(
      {
        key: 'feedback.rounds',
        of: municipality === undefined ? {} : { municipality },
        unit: 'round',
        rows,
        values: (all) => roundValues(all, normsOf),
        shows: ({ round, days, start, sent, told: delay }, { municipalities: places }) => ({
          about: `R${round}`,
          values: { days, onTime: Number(inTime(start, sent, normsOf(places).final, delay)) },
        }),
      },
      smallest,
    );
  const places = municipalities.length > 1 ? municipalities : [];
  return [
    roundsOf(rounds),
    ...places
      .map((id) =>
        roundsOf(
          rounds.filter((row) => row.municipalities.includes(id)),
          id,
        ),
      )
      .filter(({ n }) => n > 0),
    figure(
      {
        key: 'feedback.contributions',
        unit: 'contribution',
        rows: told,
        values: (all) => contributionValues(all, normsOf),
        shows: ({ nr, days }) => ({ about: `B${nr}`, values: { days } }),
      },
      smallest,
    ),
    promised(told, smallest),
  ];
}

const inTime = (start: LocalDate, sent: LocalDate, days: number, delay: LocalDate | null): boolean =>
  sent <= (delay ?? addDays(start, days));

/** A delay that was told in time replaces both dates. */
function roundValues(rows: readonly Row<'round'>[], normsOf: NormsOf): Values {
  const within = (norm: keyof AnswerNorms) =>
    rows.filter(({ data, municipalities }) => inTime(data.start, data.sent, normsOf(municipalities)[norm], data.told))
      .length;
  return {
    ...spread(
      'Days',
      rows.map(({ data }) => data.days),
    ),
    onTarget: share(within('target'), rows.length),
    onFinal: share(within('final'), rows.length),
    late: rows.length - within('final'),
  };
}

function contributionValues(rows: readonly Row<'told'>[], normsOf: NormsOf): Values {
  const within = (norm: keyof AnswerNorms) =>
    shareOf(rows, ({ data, municipalities }) => inTime(data.received, data.told, normsOf(municipalities)[norm], null));
  return {
    ...spread(
      'Days',
      rows.map(({ data }) => data.days),
    ),
    onTarget: within('target'),
    onFinal: within('final'),
  };
}

function promised(told: readonly Row<'told'>[], smallest: number): Figure {
  return figure(
    {
      key: 'feedback.promised',
      unit: 'contribution',
      rows: told.filter(({ data }) => data.owedBy !== null),
      values: (all) => ({ onTime: shareOf(all, ({ data }) => data.told <= (data.owedBy ?? '')) }),
      shows: ({ nr, told: on, owedBy }) => ({ about: `B${nr}`, values: { onTime: Number(on <= (owedBy ?? '')) } }),
    },
    smallest,
  );
}

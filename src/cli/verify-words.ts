// What `verify` found, in sentences with the place. No text of an event or a row stands in them.
import type { ProjectionReport, TableDifference } from '../verifying/check-projections.js';
import type { Fault } from '../verifying/faults.js';
import { counted, eventsIn } from './progress.js';

/** One line for one fault. */
export const faultLine = (fault: Fault): string => `FOUT ${placeOf(fault)}${whatIsWrong(fault)}`;

function placeOf({ stream, revision, position }: Fault): string {
  const parts = [
    stream === undefined ? [] : [`stroom ${stream}`],
    revision === undefined ? [] : [`volgnummer ${revision}`],
    position === undefined ? [] : [`positie ${position}`],
  ].flat();
  return parts.length === 0 ? '' : `${parts.join(', ')}: `;
}

function whatIsWrong({ code, until, revision, position, detail }: Fault): string {
  switch (code) {
    case 'checksum':
      return 'de opgeslagen bytes zijn veranderd (het controlegetal klopt niet).';
    case 'content':
      return 'de inhoud is geen gebeurtenis van deze plaats.';
    case 'chain':
      return 'de keten klopt niet: deze gebeurtenis of de vorige is veranderd of vervangen.';
    case 'missing':
      return until === revision
        ? 'deze gebeurtenis ontbreekt.'
        : `de gebeurtenissen met volgnummer ${revision} tot en met ${until} ontbreken.`;
    case 'doubled':
      return 'dit volgnummer komt twee keer voor.';
    case 'same-id':
      return 'dit nummer (id) komt al eerder in het logboek voor.';
    case 'order':
      return 'deze positie komt niet na de vorige.';
    case 'gap':
      return until === position
        ? 'op deze positie ontbreekt een gebeurtenis.'
        : `op de posities ${position} tot en met ${until} ontbreken gebeurtenissen.`;
    case 'organisation':
      return 'deze gebeurtenis hoort bij een andere organisatie.';
    case 'unreadable':
      return `na deze positie kan het logboek niet verder worden gelezen (${detail}).`;
    case 'database':
      return `het bestand van het logboek is beschadigd (${detail}).`;
    case 'shorter':
      return `het logboek heeft ${eventsIn(Number(detail))} minder dan de reservekopie: het einde ontbreekt.`;
    case 'other-beginning':
      return 'tot hier is het logboek anders dan de reservekopie.';
    case 'deleted-stream':
      return 'deze stroom is op de server verwijderd.';
  }
}

/** The lines about one projection; those that begin with FOUT are faults. */
export function projectionLines(report: ProjectionReport): string[] {
  const name = `Overzicht '${report.name}'`;
  const parked = report.parked.map(
    ({ stream, revision, code }) => `FOUT ${name}: stroom ${stream} stopt bij volgnummer ${revision} (${code}).`,
  );
  switch (report.state) {
    case 'none':
      return [`${name}: nog niet opgebouwd; dat gebeurt bij de volgende start.`];
    case 'building':
      return [`${name}: wordt door de server opnieuw opgebouwd en is daarom niet vergeleken.`];
    case 'behind':
      return [`FOUT ${name}: het logboek mist gebeurtenissen die dit overzicht wel heeft gezien.`];
    case 'stuck':
      return [`FOUT ${name}: kon niet opnieuw worden opgebouwd (${report.trouble}).`];
    case 'compared':
      return report.differences.length > 0
        ? [...parked, ...report.differences.map((difference) => `FOUT ${name}: ${differenceLine(difference)}`)]
        : [...parked, `${name}: ${counted(report.rows, 'rij', 'rijen')} gelijk aan een nieuwe opbouw.`];
  }
}

function differenceLine({ table, served, rebuilt, trajectories }: TableDifference): string {
  const where = trajectories.length === 0 ? '' : ` Trajecten: ${trajectories.join(', ')}.`;
  return `tabel ${table} wijkt af (${counted(served, 'rij', 'rijen')}, opnieuw opgebouwd ${rebuilt}).${where}`;
}

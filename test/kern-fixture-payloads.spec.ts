// Holds the payload of every event that is built here to the copy of the domain reference: fields, types, lists, and who may see them.
import { describe, expect, it } from '@jest/globals';
import { classOf } from '../workflows/kit/events.js';
import { kern, organisationWorkflow } from '../workflows/registry.js';
import * as domain from './support/domain/index.js';
import { depthOf, shapesOf, wordOf, type Shape } from './support/kern/payload-shapes.js';

const { kernEvents } = domain;
const events = new Map([...kern.events, ...organisationWorkflow.events]);

describe('payloads', () => {
  const byPath = (shapes: Shape[]) =>
    new Map(shapes.sort((a, b) => a.path.localeCompare(b.path)).map((shape) => [shape.path, shape]));
  /** Names of things of the model: the reference gives them no type; here they are short strings, or a choice where all are known. */
  const isCode = (type: string | undefined): boolean => type === 'String200' || type?.includes('|') === true;

  it.each([...kernEvents])('%s has the fields of the reference with their types', (event) => {
    const shapes = byPath(shapesOf(events.get(event)!));
    const reference = domain.leavesOf(event).map(({ path, optional, type }) => {
      const lists = depthOf(domain.payloadOf(event), path);
      const own = shapes.get(path)?.type;
      return { path, optional, lists, type: type.kind === 'code' && isCode(own) ? own! : wordOf(type) };
    });
    expect(shapes).toEqual(byPath(reference));
  });

  it.each([...kernEvents])('%s shows each field to whom the reference shows it', (event) => {
    const def = events.get(event)!;
    const decided = def.kind === 'decision' ? ['decidedBy', 'decidedOn', 'evidence'] : [];
    const leaves = def.leaves.filter(({ path }) => !decided.includes(path[0] ?? ''));
    const path = (names: string[]) => names.filter((name) => name !== '*' && !/^\d+$/.test(name)).join('.');
    // Of a correction the class is that of the field it corrects: workflows/kit/events decides per event, not per field.
    const asCorrected = new Map([
      ['before', 'personal'],
      ['after', 'personal'],
    ]);
    for (const open of [false, true]) {
      const classes = leaves.map((leaf) => [path(leaf.path), classOf(leaf, open)]);
      const reference = (name: string) => domain.fieldClass(event, name, { publicAgreement: open });
      const expected = (name: string) => (reference(name) === 'asCorrected' ? asCorrected.get(name) : reference(name));
      expect(classes).toEqual(leaves.map((leaf) => [path(leaf.path), expected(path(leaf.path))]));
    }
  });
});

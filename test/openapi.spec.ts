// Holds the description of the API to the technical rules of the Dutch API Design Rules. That it describes the routes that exist, and
// no others, is held by journeys/routes.spec.ts.
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../src/config.js';
import { openApiDocument } from '../src/http/openapi.js';
import { payloadSchema } from '../src/http/command-schemas.js';
import { kern, organisationWorkflow } from '../workflows/registry.js';
import * as rules from './support/openapi-rules.js';

const all = Object.entries(rules).filter((entry): entry is [string, rules.Rule] => typeof entry[1] === 'function');
const broken = JSON.parse(readFileSync(join(process.cwd(), 'test/fixtures/openapi/broken.json'), 'utf8')) as object;
const ours = openApiDocument('https://rodedraad.example.nl');

describe('the Dutch API Design Rules', () => {
  it.each(all)('%s: holds for our document', (_name, rule) => {
    expect(rule(ours)).toEqual([]);
  });

  it.each(all)('%s: finds what is wrong with a document that breaks it', (_name, rule) => {
    expect(rule(broken).length).toBeGreaterThan(0);
  });

  it('hold for a server on its own machine as well', () => {
    expect(rules.hasVersionInServer(openApiDocument(readConfig({}).publicUrl))).toEqual([]);
  });
});

describe('the document', () => {
  it('describes every command with the schema that decides', () => {
    const { schemas } = ours.components as { schemas: Record<string, { allOf: unknown[] }> };
    for (const command of [...kern.commands.values(), ...organisationWorkflow.commands.values()]) {
      const payload = payloadSchema({ payload: command.payload });
      expect(schemas[command.name]?.allOf[1]).toMatchObject({ properties: { type: { const: command.name }, payload } });
    }
  });

  it('keeps the opening of a stream apart from what an open trajectory takes', () => {
    const paths = ours.paths as Record<string, { post: { requestBody: object } }>;
    const namesAt = (path: string) =>
      [...JSON.stringify(paths[path]?.post.requestBody).matchAll(/schemas\/(\w+)/g)].map(([, name]) => name);
    expect(namesAt('/trajectories/{id}/commands')).not.toContain('RegisterTrajectory');
    expect(namesAt('/trajectories')).toEqual(expect.arrayContaining(['RegisterTrajectory', 'SetQuestion']));
    expect(namesAt('/organisations/{id}/commands').sort()).toEqual(
      [
        'ChangeSetting',
        'RegisterMunicipality',
        'SetCalendar',
        'ChangeSetting',
        'RegisterMunicipality',
        'SetCalendar',
      ].sort(),
    );
  });
});

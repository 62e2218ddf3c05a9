// The domain reference for tests, from the copy in test/fixtures/domain. Nothing here reads the product.
export * from './by-clock.js';
export * from './entities.js';
export * from './example.js';
export * from './field-class.js';
export * from './forms.js';
export * from './kern.js';
export * from './labels.js';
export * from './law-basis.js';
export * from './machine-table.js';
export type { Field, FieldType, Scalar } from './payload-language.js';
export * from './payloads.js';
export * from './phases.js';
export * from './roles.js';
export * from './rules.js';
export * from './signals.js';

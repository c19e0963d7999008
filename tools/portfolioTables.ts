import { writeFileSync } from 'node:fs';
import { trinoTables } from '../src/portfolio';

/** Writes schema/portfolio.trino.sql. */
writeFileSync(new URL('../schema/portfolio.trino.sql', import.meta.url), trinoTables());

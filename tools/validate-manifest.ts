import { readFileSync } from 'node:fs';
import path from 'node:path';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { problems } from './manifest';

/** `npm run validate`: Microsoft's reader and our own rules; neither needs the network. */
async function validate(root: string): Promise<void> {
  const file = path.join(root, 'manifest.xml');
  const { displayName, version } = await OfficeAddinManifest.readManifestFile(file);
  const found = problems(readFileSync(file, 'utf8'), root);
  for (const problem of found) console.error(`manifest.xml: ${problem}`);
  if (found.length > 0) process.exitCode = 1;
  else console.log(`manifest.xml: ${displayName} ${version} keeps every rule checked here.`);
  console.log('NOT PROVED: acceptance by Microsoft’s validation service and by Excel itself.');
}

void validate(path.join(import.meta.dirname, '..'));

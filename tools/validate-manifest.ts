import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { addressOf, problems } from './manifest';
import { devUrl } from './manifestOf.cjs';

/**
 * `npm run validate`: Microsoft's reader and our own rules, of the manifest that is uploaded: the build's,
 * with its real address and beside the files that it names. Neither needs the network.
 * @param file the manifest, in the folder that is served
 */
async function validate(file: string): Promise<void> {
  if (!existsSync(file)) {
    console.error(`There is no ${file}. Build first: APPFI_URL=https://…/ npm run build`);
    process.exitCode = 1;
    return;
  }
  const xml = readFileSync(file, 'utf8');
  const { displayName, version, id } = await OfficeAddinManifest.readManifestFile(file);
  const address = addressOf(xml);
  const found = problems(xml, path.dirname(file), address);
  for (const problem of found) console.error(`${file}: ${problem}`);
  if (found.length > 0) process.exitCode = 1;
  else console.log(`${file}: ${displayName} ${version} (${id}) keeps every rule checked here.`);
  console.log(
    address === devUrl
      ? `NOT FOR UPLOAD: it names ${devUrl}, this machine. Build with APPFI_URL=https://…/`
      : `It names ${address}`,
  );
  console.log('NOT PROVED: acceptance by Microsoft’s validation service and by Excel itself.');
}

const [given] = process.argv.slice(2);
void validate(given ?? path.join(import.meta.dirname, '..', 'dist', 'pane', 'manifest.xml'));

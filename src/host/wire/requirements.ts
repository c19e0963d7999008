import { HostRefusal } from './refusal';

/** The ExcelApi that our manifest asks for: no Excel in which we run has less. */
export const promisedApi = '1.13';

/** What we answer though it came later, with the version of ExcelApi that it came with. */
export const later: Readonly<Record<string, string>> = {
  'ConditionalFormatCollection.getItemOrNullObject': '1.14',
  'StyleCollection.getItemOrNullObject': '1.14',
};

/** Refuses a member, `ConditionalFormatCollection.getItemOrNullObject`, that an Excel of this version has not, as its client does. */
export function assertPromised(member: string, api: string): void {
  const version = later[member];
  if (version !== undefined && minor(version) > minor(api))
    throw new HostRefusal(
      'ApiNotFound',
      `The API you are trying to use could not be found: ${member} needs ExcelApi ${version}.`,
    );
}

const minor = (version: string): number => Number(version.split('.')[1]);

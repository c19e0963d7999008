import { addInVersion } from './version';

/**
 * The add-in as files name it that bring its pane along: deployed in a firm, or sideloaded. The id is the
 * manifest's; Excel opens the pane where the add-in is there, and shows nothing where it is not.
 */
export const addIn = {
  id: '685f0eb8-8c2c-4907-99d1-b10d8a3c4c6d',
  version: `${addInVersion}.0`,
  store: 'EXCatalog',
  storeType: 'EXCatalog',
  also: [{ store: 'developer', storeType: 'Registry' }],
};

/** The setting of a workbook that opens the pane together with it. */
export const openWithPane = 'Office.AutoShowTaskpaneWithDocument';

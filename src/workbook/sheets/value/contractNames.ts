import { numName, type Num, type NameIn } from '../../../rules';
import { cellName } from '../../../engagement/register';

export const contractName = <const Id extends string>(id: Id) => cellName('Contract', id);

export const contract = (id: Uncapitalize<NameIn<'Contract'>>): Num => numName(contractName(id));

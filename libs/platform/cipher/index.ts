export { Cipher, type Place } from './cipher';
export { KeyMissing, SealBroken } from './cipher.problems';
export { KeyFile } from './key.file';
export { GivenKeys, Keyring, NoKeys } from './keyring';
export { type KeySettings, openKeyring } from './open-keyring';
export { resealAll, type Resealed, type SealedColumn, textsByKey } from './reseal';
export { keyFrom, newKeyText, type SealingKey } from './sealing-key';

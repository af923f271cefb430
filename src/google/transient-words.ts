/** What faults are called that may be gone at the next try: the beginning of a sentence. */
import { msg } from '../domain/msg.ts';

/** Undefined for a status that stays the same. */
export function transientStatus(status: number): string | undefined {
  switch (status) {
    case 408:
      return msg`Google did not get the whole request in time`;
    case 409:
      return msg`Google is busy with another change`;
    case 429:
    case 503:
      return msg`Google is busy`;
    case 500:
      return msg`Google had a fault of its own (${status})`;
    case 502:
      return msg`Google could not be reached behind its front door (502)`;
    case 504:
      return msg`Google did not answer in time (504)`;
    default:
      return undefined;
  }
}

/** Why no whole answer came, by its code. */
export function brokenOff(code: string): string {
  switch (code) {
    case 'DEADLINE':
      return msg`Google did not answer in time`;
    case 'Z_BUF_ERROR':
      return msg`Google's answer was cut off`;
    case 'Z_DATA_ERROR':
      return msg`Google's answer was garbled`;
    default:
      return msg`The connection to Google broke off`;
  }
}

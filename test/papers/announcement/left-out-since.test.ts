import { describe, expect, it } from 'vitest';
import { leftOutSince, type MailingRecipient } from '../../../src/papers/announcement/left-out-since.ts';
import { today } from '../../support/audience.ts';
import type { RowInput, TabsInput } from '../../support/build-workbook.ts';
import { registerWith } from '../../support/announcements.ts';

const keyOf = (mailing: string, address: string): string => `${mailing} ${address}`;
const was: MailingRecipient = { id: '4601', address: 'post@bergen.example' };

const row = (more: RowInput = {}, number = '4601'): RowInput => ({
  Nummer: number,
  Navn: 'Bergen',
  Type: 'kommune',
  Skriftspråk: 'bokmål',
  'E-post': was.address,
  ...more,
});
const told = (hendelse: string, feil: string): RowInput => ({
  rk: keyOf('A-2026-001.announcement.r1', was.address),
  sendId: 'A-2026-001.announcement.r1',
  hendelse,
  feil,
});
const cause = (tabs: TabsInput, recipient = was): string | undefined =>
  leftOutSince(registerWith(tabs), keyOf, today)(recipient)?.code;

describe('whoever is to get a mailing that was made earlier', () => {
  it.each<[string | undefined, TabsInput]>([
    [undefined, { Mottakere: [row()] }],
    [undefined, { Mottakere: [row({ 'E-post': 'Post@Bergen.example' })] }],
    [undefined, { Mottakere: [row()], Utsendelser: [told('i retur', '5.2.2 postkassen er full')] }],
    ['reserved', { Mottakere: [row({ Reservert: 'ja' })] }],
    // Whoever takes the address away as well, or has another by then, asks for the same.
    ['reserved', { Mottakere: [row({ Reservert: 'ja', 'E-post': null })] }],
    ['reserved', { Mottakere: [row({ Reservert: 'ja', 'E-post': 'ny@bergen.example' })] }],
    ['maybe-reserved', { Mottakere: [row({ Merknad: 'Vil ikke ha e-post fra oss', 'E-post': null })] }],
    ['suppressed', { Mottakere: [row(), row({ Reservert: 'ja' }, '4640')] }],
    ['suppressed', { Mottakere: [row({ Reservert: 'kanskje' })] }],
    ['unsubscribed', { Mottakere: [row()], Utsendelser: [told('avmeldt', '')] }],
    ['came-back', { Mottakere: [row()], Utsendelser: [told('i retur', '5.1.1 adressen finnes ikke')] }],
    ['unreadable-row', { Mottakere: [row({ Sentralitet: 'sju' })] }],
    ['not-in-register', { Mottakere: [row({ 'E-post': 'ny@bergen.example' })] }],
    ['not-in-register', { Mottakere: [row({ 'E-post': 'post@sogndal.example' }, '4640')] }],
  ])('is left out because of: %s (%#)', (wanted, tabs) => {
    expect(cause(tabs)).toBe(wanted);
  });

  it('gets it at an address that another row has by now', () => {
    expect(cause({ Mottakere: [row({ 'E-post': null }), row({}, '4640')] })).toBeUndefined();
  });
});

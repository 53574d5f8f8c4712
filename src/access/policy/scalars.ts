import { z } from 'zod';
import { parseRepository } from '../../diagnosis/facts/repository.js';
import { languages } from '../../knowledge/language.js';

/** Small values of a policy file. The message of each is the code of the problem (problem.ts). */

const GUID = /^(?!0{8}-)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const guid = z
  .string()
  .toLowerCase()
  .regex(GUID, 'guid')
  .describe('GUID: object id, subscription or tenant.');

export const name = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,60}$/, 'name')
  .describe('A name of small letters, digits and -.');

const aPerson = 'person:NAME (from `people`), or the object id after the colon';
const aGroup = 'group:NAME (from `groups`), or the object id after the colon';

/** A reference to a person or a group, by name or object id. */
export const principal = z
  .string()
  .toLowerCase()
  .regex(/^(?:person|group):[a-z0-9][a-z0-9-]{0,60}$/, 'principal')
  .describe(`${aPerson}; ${aGroup}.`);

export const requester = z
  .string()
  .toLowerCase()
  .regex(/^(?:members|(?:person|group):[a-z0-9][a-z0-9-]{0,60})$/, 'requester')
  .describe(`members (anybody of the tenants who is no guest); ${aPerson}; ${aGroup}.`);

export const registryPattern = z
  .string()
  .toLowerCase()
  .regex(
    /^(?:[a-z0-9]{5,50}|[a-z0-9]{5,50}(?:-[a-z0-9]{1,32})?\.azurecr\.(?:io|cn|us)|(?:[a-z0-9][a-z0-9.-]{0,80})?\*)$/,
    'registry-pattern',
  )
  .describe(
    'Registry name or login server, exact or with * at the end: contoso, contoso.azurecr.io, contoso*.',
  );

export const registrySelector = z
  .string()
  .regex(/^(?:tag:)?[a-z0-9][a-z0-9-]{0,60}$/, 'registry-selector')
  .describe('Name of an entry of `registries`, or tag:NAME for all entries with that tag.');

export const repositoryPattern = z
  .string()
  .refine((text) => parseRepository(text.replace(/\/\*$/, '')) !== null, 'repository-pattern')
  .describe('Repository, or with /* at the end all below it: team/app, team/*.');

export const tokenPattern = z
  .string()
  .regex(/^(?:[A-Za-z0-9-]{5,50}|[A-Za-z0-9-]{0,49}\*)$/, 'token-pattern')
  .describe('Name of a repository token, exact or with * at the end.');

export const duration = z
  .string()
  .regex(/^[1-9]\d{0,3}[dh]$/, 'duration')
  .describe('Days or hours: 14d, 8h.');

/** Where vaults are: public cloud, China, US government (azure-docs: Key Vault's DNS suffixes). */
const vault =
  /^https:\/\/[a-z](?:[a-z0-9]|-(?!-)){1,22}[a-z0-9]\.vault\.(?:azure\.net|azure\.cn|usgovcloudapi\.net)$/;

/** The page of the bot on which somebody signs in and sees a secret once. */
export const ONE_TIME_PAGE = 'one-time-page';

export const delivery = z
  .string()
  .refine((text) => text === ONE_TIME_PAGE || vault.test(text), 'delivery')
  .describe(`URL of a vault, https://NAME.vault.azure.net, or ${ONE_TIME_PAGE}.`);

export const channels = z
  .strictObject({
    teams: z
      .string()
      .regex(/^19:[\w-]{1,200}@thread\.(?:tacv2|v2|skype)$/, 'teams-channel')
      .optional()
      .describe('Id of a Teams channel, 19:…@thread.tacv2.'),
    slack: z
      .string()
      .regex(/^[CG][A-Z0-9]{2,20}$/, 'slack-channel')
      .optional()
      .describe('Id of a Slack channel, C….'),
    language: z.enum(languages).optional().describe('In which the cards there are written. Default: en.'),
  })
  .describe('Channels that are told about requests that wait for an approval.');

import type { Choices } from './choices';

/** The settings that only the vendors can give. The operator writes them into one secret (see README.md). */
export function vendorSettings(portone: Choices['portone']): string[] {
  return ['DISCORD_WEBHOOK_URL', 'RESEND_API_KEY', 'RESEND_WEBHOOK_SECRET', ...{
    none: [],
    v1: ['PORTONE_API_KEY', 'PORTONE_API_SECRET', 'PORTONE_MERCHANT_ID'],
    v2: ['PORTONE_STORE_ID', 'PORTONE_CHANNEL_KEY', 'PORTONE_API_SECRET', 'PORTONE_WEBHOOK_SECRET'],
  }[portone]];
}

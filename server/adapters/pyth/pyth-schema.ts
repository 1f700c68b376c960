import { z } from 'zod';

/** Exponents beyond this give no price. */
const MOST_POWERS = 30;
const LONGEST = 30;

const whole = z.string().regex(new RegExp(`^-?\\d{1,${LONGEST}}$`));

/** `GET /v2/updates/price/latest`; its rows are read one by one. */
export const updatesReply = z.object({ parsed: z.array(z.unknown()) });

export const updateRow = z.object({
  /** 64 hexadecimal digits in either case, with or without a leading 0x. */
  id: z.string().transform((id) => id.toLowerCase().replace(/^0x/, '')),
  price: z.object({
    /** Whole numbers as text, in units of ten to the power of `expo`. */
    price: whole,
    conf: whole,
    expo: z.number().int().min(-MOST_POWERS).max(MOST_POWERS),
    /** Unix seconds. */
    publish_time: z.number().int().positive().max(8_640_000_000),
  }),
});
export type UpdatePrice = z.output<typeof updateRow>['price'];

import { SetMetadata } from '@nestjs/common';

export const PUBLIC_ROUTE = 'tiban:public';

/** Opens a route to everybody; all others ask for a sign-in. */
export const Public = () => SetMetadata(PUBLIC_ROUTE, true);

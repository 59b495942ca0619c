import { Module } from '@nestjs/common';
import { AssetsPages } from './assets.pages';

/** The stylesheet, the script and the icon of all pages. */
@Module({ controllers: [AssetsPages] })
export class AssetsModule {}

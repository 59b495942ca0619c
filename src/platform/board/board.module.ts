import { Module } from '@nestjs/common';
import { QueueBoardApi } from './queue-board.api';
import { QueueBoard } from './queue-board';

@Module({ controllers: [QueueBoardApi], providers: [QueueBoard] })
export class BoardModule {}

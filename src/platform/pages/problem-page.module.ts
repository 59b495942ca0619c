import { Global, Module } from '@nestjs/common';
import { PROBLEM_FACE } from '../web/problem.filter';
import { ProblemPage } from './problem-page';

/** Errors as pages, for the filter that answers all of them. */
@Global()
@Module({ providers: [{ provide: PROBLEM_FACE, useClass: ProblemPage }], exports: [PROBLEM_FACE] })
export class ProblemPageModule {}

import { command } from '../../../src/commands/diagram';
it('x',()=>command.run([]));

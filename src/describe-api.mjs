// The last step of a build: what the API document needs to know of DTOs and routes (types, comments) in a file of its
// own, so that only a request for the document loads it. Nest's compiler plugin would put it into every file instead,
// and Swagger with it into every start.
import { writeFileSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PluginMetadataGenerator } from '@nestjs/cli/lib/compiler/plugins/plugin-metadata-generator.js';
import { ReadonlyVisitor } from '@nestjs/swagger/plugin';
import ts from 'typescript';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const outputDir = join(root, 'dist', 'src');
const visitor = new ReadonlyVisitor({
  introspectComments: true,
  classValidatorShim: false, // fields.ts says it all
  dtoFileNameSuffix: ['.dto.ts'],
  controllerFileNameSuffix: ['.api.ts'],
  pathToSource: join(root, 'src'),
});

new PluginMetadataGenerator().generate({
  visitors: [visitor],
  tsProgramRef: ReadonlyVisitor.createTsProgram(join(root, 'tsconfig.json')),
  outputDir,
  filename: 'api-description.ts',
});
const source = join(outputDir, 'api-description.ts');
const compilerOptions = { module: ts.ModuleKind.Node16, target: ts.ScriptTarget.ES2023 };
const { outputText } = ts.transpileModule(readFileSync(source, 'utf8'), {
  compilerOptions,
  fileName: source,
});
writeFileSync(join(outputDir, 'api-description.js'), outputText);
rmSync(source);

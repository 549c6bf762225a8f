import { main } from "../command/main.ts";
const lines: string[] = []; const t = { printResult: (l: string) => lines.push(l), printPieces: () => {}, printStyled(){}, printMessage: (l: string) => lines.push(l), isInteractive: false, hasColor: false, columns: () => 80 };
await main(["run","delta-rule","--seeds","2","--epochs","20","--quiet","--out","/tmp/p2/d"], t);
console.time("100 verify"); for (let i=0;i<100;i++) await main(["verify","/tmp/p2/d/delta-rule","--quiet"], t); console.timeEnd("100 verify");

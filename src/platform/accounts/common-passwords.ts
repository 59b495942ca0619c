/**
 * What people choose first when ten characters are asked for; compared in lower case. A short list on purpose:
 * the lock after five failures leaves a guesser no time for a long one.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `1234567890 12345678910 123456789a 123456789q 0123456789 0987654321 9876543210 1111111111 0000000000 8888888888
  6666666666 1234512345 1122334455 1212121212 123123123123 147258369a 1q2w3e4r5t 1qaz2wsx3edc 1qazxsw23edc q1w2e3r4t5
  qwertyuiop qwerty1234 qwerty12345 qwerty123456 qwertyuiop123 asdfghjkl1 asdfghjkl123 zxcvbnm123 zaq12wsxcde3
  abcdefghij abcdefg123 abcd123456 abc1234567 abc123456789 abcd1234567 a123456789 a1234567890 aa12345678 aa123456789
  password12 password123 password1234 password12345 passw0rd123 p@ssw0rd123 p@ssword123 passwordpassword mima123456
  admin12345 admin123456 admin@1234 admin@12345 administrator administrator1 root123456 test123456 test1234567
  welcome123 welcome1234 changeme123 letmein1234 iloveyou123 woaini1314 woaini520520 woaini1314520 woaini123456
  5201314520 5201314521 1314520520 zhengxie123 zhengxie2022 zhengxie2025 zhengxie2026 tiban12345 tiban123456`.split(
    /\s+/,
  ),
);

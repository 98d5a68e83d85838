/* For tests in Wine 8 alone: it lacks this library, which programs in Go ask for
   random numbers. Windows has it. */
#include <windows.h>
#include <ntsecapi.h>

BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size)
{
    return RtlGenRandom(data, (ULONG)size);
}

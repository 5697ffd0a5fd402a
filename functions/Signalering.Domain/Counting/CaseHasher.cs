using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Signalering.Domain.Counting;

/// <summary>Turns a team's pseudonymous case number into 64 bits that say nothing without the key.</summary>
/// <remarks>
/// <para>HMAC-SHA-256 (RFC 2104, FIPS 198-1) over team and case number, first 8 bytes. The key is derived per calendar
/// year with HKDF-SHA-256 (RFC 5869), so that a case can be followed within a year and not over years.</para>
/// <para>Two cases share a hash with a chance of about n² / 2⁶⁵, one in 3.7 billion for the 100 000 cases of
/// a large municipality's year: small enough to count with, see docs/besluiten/0004.</para>
/// </remarks>
public sealed class CaseHasher
{
    private const int MostRemembered = 65_536;

    private readonly byte[] _masterKey;
    private readonly byte[] _team;
    private readonly Dictionary<int, YearHashes> _years = [];

    /// <summary>A hasher for one team; not safe to share between threads.</summary>
    /// <param name="masterKey">The municipality's secret, at least 16 bytes.</param>
    /// <param name="wijkteam">Key of the team: two teams may use the same number for different cases.</param>
    /// <exception cref="ArgumentException">A shorter key.</exception>
    public CaseHasher(ReadOnlySpan<byte> masterKey, string wijkteam)
    {
        if (masterKey.Length < 16)
            throw new ArgumentException("The case key has at least 16 bytes.", nameof(masterKey));
        _masterKey = masterKey.ToArray();
        _team = Encoding.UTF8.GetBytes(wijkteam);
    }

    /// <summary>The hash of a case number in a year.</summary>
    public ulong Hash(ReadOnlySpan<char> casus, int year)
    {
        if (!_years.TryGetValue(year, out var hashes))
            _years[year] = hashes = new YearHashes(YearKey(year));
        if (hashes.Lookup.TryGetValue(casus, out var hash))
            return hash;
        if (hashes.Known.Count >= MostRemembered)
            hashes.Known.Clear();
        hash = Compute(hashes.Key, casus);
        hashes.Known[casus.ToString()] = hash;
        return hash;
    }

    private byte[] YearKey(int year) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256, _masterKey, 32, info: Encoding.UTF8.GetBytes(FormattableString.Invariant($"signalering casus {year}")));

    private ulong Compute(byte[] key, ReadOnlySpan<char> casus)
    {
        var message = new byte[_team.Length + 1 + Encoding.UTF8.GetByteCount(casus)];
        _team.CopyTo(message, 0);
        Encoding.UTF8.GetBytes(casus, message.AsSpan(_team.Length + 1));
        Span<byte> mac = stackalloc byte[32];
        HMACSHA256.HashData(key, message, mac);
        return BinaryPrimitives.ReadUInt64BigEndian(mac);
    }

    private sealed class YearHashes
    {
        public YearHashes(byte[] key)
        {
            Key = key;
            Lookup = Known.GetAlternateLookup<ReadOnlySpan<char>>();
        }

        public byte[] Key { get; }

        public Dictionary<string, ulong> Known { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> Lookup { get; }
    }
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Signalering.Domain.Intake;

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
    private const int MostRemembered = 262_144;

    private readonly byte[] _masterKey;
    private readonly byte[] _team;
    private readonly Dictionary<int, byte[]> _yearKeys = [];

    // By a hash of the number, which is not kept itself.
    private readonly Dictionary<ulong, ulong> _known = [];

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
        var seen = TextHash.Add(TextHash.Of(casus), (uint)year);
        if (_known.TryGetValue(seen, out var hash))
            return hash;
        if (_known.Count >= MostRemembered)
            _known.Clear();
        if (!_yearKeys.TryGetValue(year, out var key))
            _yearKeys[year] = key = YearKey(year);
        hash = Compute(key, casus);
        _known[seen] = hash;
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
}

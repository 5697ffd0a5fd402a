using Signalering.Domain.Counting;

namespace Signalering.Domain.Tests.Counting;

public class CaseHasherTests
{
    private static readonly byte[] Key = "0123456789abcdef0123456789abcdef"u8.ToArray();

    [Fact]
    public void A_hash_is_the_first_eight_bytes_of_HMAC_under_the_key_of_the_year() =>
        // Computed with Python's hmac and hashlib: HKDF-SHA-256 (no salt, info "signalering casus 2026"), then HMAC over
        // "oost", a zero byte and the case number.
        Assert.Equal(0x68312b18bbc6d305UL, new CaseHasher(Key, "oost").Hash("EDY4NB2C", 2026));

    [Fact]
    public void A_case_cannot_be_followed_from_one_year_to_the_next()
    {
        var hasher = new CaseHasher(Key, "oost");

        Assert.NotEqual(hasher.Hash("EDY4NB2C", 2026), hasher.Hash("EDY4NB2C", 2025));
        Assert.Equal(hasher.Hash("EDY4NB2C", 2026), hasher.Hash("EDY4NB2C", 2026));
    }

    [Fact]
    public void Two_teams_with_the_same_number_have_two_cases() => Assert.NotEqual(
        new CaseHasher(Key, "oost").Hash("1", 2026), new CaseHasher(Key, "centrum").Hash("1", 2026));

    [Fact]
    public void A_short_key_is_a_fault_of_the_deployment() =>
        Assert.Throws<ArgumentException>(() => new CaseHasher("kort"u8, "oost"));
}
